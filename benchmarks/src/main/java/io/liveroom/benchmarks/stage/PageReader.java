package io.liveroom.benchmarks.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Listens to the stream of the live page, as a browser does, on a thread of its own. */
public final class PageReader implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InputStream stream;
  private final CountLog counts = new CountLog();
  private final Thread thread = new Thread(this::read, "page");

  PageReader(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/stream")).build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("the stream answered " + answer.statusCode());
    }
    stream = answer.body();
    thread.setDaemon(true);
    thread.start();
  }

  public CountLog counts() {
    return counts;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ") && event.equals("room")) {
          take(JSON.readTree(line.substring("data: ".length())));
        }
      }
    } catch (IOException | UncheckedIOException closed) {
      // by whoever has seen enough
    }
  }

  private void take(JsonNode room) {
    counts.told(
        room.path("room_id").asText(),
        room.path("chat_count").asLong(),
        System.currentTimeMillis());
  }

  @Override
  public void close() throws IOException {
    stream.close();
    Waiting.forEnd(thread);
  }
}
