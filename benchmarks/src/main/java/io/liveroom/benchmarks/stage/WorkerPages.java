package io.liveroom.benchmarks.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A worker's own pages: whether it is ready, and its counters. */
public final class WorkerPages {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String FAMILY = "liveroom_collector_";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  WorkerPages(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** The counters' equation; what is open is on its way to Kafka. */
  public record Balance(
      long received, long published, long duplicates, long deadLetters, long shed, long gaps) {
    public long open() {
      return received - published - duplicates - deadLetters - shed;
    }
  }

  public boolean isReady() throws IOException, InterruptedException {
    return get("/readyz").statusCode() == 200;
  }

  /** Over all endpoints. */
  public Balance balance() throws IOException, InterruptedException {
    String text = get("/metrics").body();
    return new Balance(
        sum(text, "received", ""),
        sum(text, "published", ""),
        sum(text, "duplicates", ""),
        sum(text, "dead_letters", ""),
        sum(text, "shed", ""),
        sum(text, "gaps", ""));
  }

  /** Messages that came over chat sockets and GETs of chat. */
  public long chatReceived() throws IOException, InterruptedException {
    return sum(get("/metrics").body(), "received", "endpoint=\"chat\"");
  }

  private static long sum(String text, String counter, String label) {
    return text.lines()
        .filter(line -> line.startsWith(FAMILY + counter + "_total"))
        .filter(line -> line.contains(label))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
