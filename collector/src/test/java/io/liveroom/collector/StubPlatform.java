package io.liveroom.collector;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A platform that answers what a test tells it to. */
final class StubPlatform implements AutoCloseable {

  static final String TOKEN = "stub-token-never-to-be-seen";

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, String> answers = new ConcurrentHashMap<>(); // by path's last part
  private final Queue<ServerWebSocket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private volatile boolean upgrades;
  private final HttpServer server;

  StubPlatform() throws Exception {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .webSocketHandshakeHandler(this::handshake)
            .webSocketHandler(sockets::add)
            .requestHandler(this::answer);
    server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** From now on chat sockets are accepted. */
  void upgrades() {
    upgrades = true;
  }

  void answer(String endpoint, String body) {
    answers.put(endpoint, body);
  }

  /** What was asked so far: endpoint and query. */
  Queue<String> asked() {
    return asked;
  }

  void send(String frame) {
    sockets.forEach(socket -> socket.writeTextMessage(frame));
  }

  void sendBinary(byte[] frame) {
    sockets.forEach(socket -> socket.writeBinaryMessage(Buffer.buffer(frame)));
  }

  /** A live room, and what is asked about it. */
  void answerLive() throws Exception {
    String feed = fixture("feed.json");
    answer("feed", feed);
    answer(
        "info",
        feed.replaceFirst("\"data\": \\[", "\"data\":")
            .replaceFirst("(?s)\\](\\s*,\\s*\"extra\")", "$1"));
    answer("status", fixture("status.json"));
    answer("promotions", fixture("promotions.json"));
    answer("audience", fixture("audience.json"));
  }

  void cutSockets() {
    sockets.forEach(ServerWebSocket::close);
    sockets.clear();
  }

  int sockets() {
    return sockets.size();
  }

  static String fixture(String name) throws Exception {
    return Files.readString(Path.of("src/test/resources/platform", name));
  }

  private void handshake(ServerWebSocketHandshake handshake) {
    if (upgrades) {
      handshake.accept();
    } else {
      handshake.reject(426);
    }
  }

  private void answer(HttpServerRequest request) {
    String endpoint = request.path().substring(request.path().lastIndexOf('/') + 1);
    asked.add(endpoint + "?" + request.query());
    String body =
        TOKEN.equals(request.getParam("token"))
            ? answers.getOrDefault(endpoint, "{\"code\":404,\"msg\":\"nothing\"}")
            : "{\"code\":401,\"msg\":\"token\"}";
    request.response().end(Buffer.buffer(body));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
