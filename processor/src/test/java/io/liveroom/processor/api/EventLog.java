package io.liveroom.processor.api;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reader of the stream that comes back with its last id, and keeps the newest of each thing. */
final class EventLog implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Supplier<String> url;
  private final Map<String, JsonObject> newest = new ConcurrentHashMap<>();
  private final AtomicInteger ready = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "events");
  private volatile boolean isClosed;
  private @Nullable String lastId; // of the thread
  private @Nullable String name; // of the thread
  private @Nullable String data; // of the thread
  private @Nullable String id; // of the thread

  /**
   * @param url where it reads at the next connection, with parameters
   */
  EventLog(Supplier<String> url) {
    this.url = url;
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest of a kind about a room. */
  @Nullable JsonObject newest(String kind, String roomId) {
    return newest.get(kind + roomId);
  }

  /** How often a connection had told everything of before. */
  int ready() {
    return ready.get();
  }

  private void run() {
    while (!isClosed) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.get()));
      if (lastId != null) {
        request.header("Last-Event-ID", lastId);
      }
      try {
        HttpResponse<Stream<String>> response =
            client.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() == 200) {
          response.body().forEach(this::line);
        }
      } catch (IOException | java.io.UncheckedIOException cut) {
        // comes back below
      } catch (InterruptedException e) {
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void line(String line) {
    if (line.startsWith("event: ")) {
      name = line.substring(7);
    } else if (line.startsWith("data: ")) {
      data = line.substring(6);
    } else if (line.startsWith("id: ")) {
      id = line.substring(4);
    } else if (line.isEmpty()) {
      take();
      name = null;
      data = null;
      id = null;
    }
  }

  private void take() {
    if (id != null) {
      lastId = id;
    }
    if (name == null || data == null) {
      return;
    } else if (name.equals("ready")) {
      ready.incrementAndGet();
    } else {
      JsonObject json = new JsonObject(data);
      newest.put(name + json.getString("room_id"), json);
    }
  }

  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
  }
}
