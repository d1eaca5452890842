package io.liveroom.alerting;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real HTTP receiver that can be away, refuse, and come back on the same port. */
final class TestReceiver implements AutoCloseable {

  static final String SECRET = "a-secret-in-the-path";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final int port;
  private @Nullable HttpServer server;

  /** Takes a port and is up. */
  TestReceiver() {
    server = listen(0);
    port = server.actualPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/hook/" + SECRET);
  }

  void goAway() {
    if (server != null) {
      server.close().toCompletionStage().toCompletableFuture().join();
      server = null;
    }
  }

  void comeBack() {
    server = listen(port);
  }

  /** The next so many requests are answered with 503. */
  void refuse(int requests) {
    refusals.set(requests);
  }

  int refused() {
    return refused.get();
  }

  List<JsonObject> messages() {
    return List.copyOf(messages);
  }

  List<String> tokens() {
    return List.copyOf(tokens);
  }

  /** Every alert taken, in order: its id and its status. */
  List<String> alerts() {
    return messages.stream().flatMap(TestReceiver::alertsOf).toList();
  }

  private static Stream<String> alertsOf(JsonObject message) {
    return message.getJsonArray("alerts").stream()
        .map(JsonObject.class::cast)
        .map(
            alert ->
                alert.getJsonObject("annotations").getString("alert_id")
                    + ' '
                    + alert.getString("status"));
  }

  private HttpServer listen(int on) {
    return vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(on, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                refused.incrementAndGet();
                request.response().setStatusCode(503).end();
              } else {
                tokens.add(String.valueOf(request.getHeader("Authorization")));
                messages.add(body.toJsonObject());
                request.response().setStatusCode(204).end();
              }
            });
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
