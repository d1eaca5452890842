package io.liveroom.benchmarks.stage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The simulator's own pages: what the platform's side of the wire saw. */
public final class PlatformPages {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  PlatformPages(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** One socket, times in milliseconds; {@code to} is 0 while it is open. */
  public record Span(long from, long to) {}

  /** The sockets of one room. */
  public record Room(String roomId, List<Span> sockets) {}

  /** What was asked for in one Unix second. */
  public record Second(long at, int upgrades, int requests) {}

  /** Who was connected when. */
  public record Sockets(
      long open, long opened, long closed, long messages, List<Second> seconds, List<Room> rooms) {}

  /** A message that was sent, when first in milliseconds, and what kind it is. */
  public record Sent(String roomId, String messageId, long at, String kind) {}

  public Sockets sockets(boolean withRooms) throws IOException, InterruptedException {
    return JSON.readValue(get("/simulator/sockets" + (withRooms ? "?rooms=1" : "")), Sockets.class);
  }

  public long open() throws IOException, InterruptedException {
    return sockets(false).open();
  }

  public List<String> roomIds() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    JSON.readTree(get("/simulator/rooms")).forEach(room -> ids.add(room.get("room_id").asText()));
    return ids;
  }

  /** Every message, where the simulator keeps facts. */
  public List<Sent> messages() throws IOException, InterruptedException {
    return get("/simulator/messages")
        .lines()
        .map(line -> line.split(" ", 4))
        .map(parts -> new Sent(parts[0], parts[1], Long.parseLong(parts[2]), parts[3]))
        .toList();
  }

  /** Something goes wrong from now on; in the words of {@code /simulator/faults}. */
  public void fault(String json) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(base + "/simulator/faults"))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** All is well again. */
  public void heal() throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(URI.create(base + "/simulator/faults")).DELETE());
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the simulator answered " + answer.statusCode());
    }
    return answer.body();
  }
}
