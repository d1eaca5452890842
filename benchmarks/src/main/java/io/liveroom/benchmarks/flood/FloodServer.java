package io.liveroom.benchmarks.flood;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Answers like the platform it recorded; what is not a chat socket is asked of that one. {@code
 * /simulator/flood} says how many messages were written.
 */
final class FloodServer {

  private static final String ACCEPT_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455
  private static final long APART = 100_000_000; // ids of one socket and the room's next one

  private final Vertx vertx;
  private final HttpClient platform;
  private final int platformPort;
  private final Map<String, List<Frame>> frames = new HashMap<>(); // never changed once started
  private final Map<String, AtomicLong> sockets = new ConcurrentHashMap<>();
  private final LongAdder messages = new LongAdder();
  private final LongAdder open = new LongAdder();

  FloodServer(Vertx vertx, int platformPort, Map<String, List<byte[]>> recorded) {
    this.vertx = vertx;
    this.platformPort = platformPort;
    this.platform = vertx.createHttpClient();
    recorded.forEach(
        (room, all) ->
            frames.put(
                room, all.stream().map(Frame::of).filter(frame -> frame.messages() > 0).toList()));
  }

  void start(int port) {
    vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(this::handle)
        .listen()
        .await();
  }

  private void handle(HttpServerRequest request) {
    if (request.path().equals("/simulator/flood")) {
      request.response().end(open.sum() + " " + messages.sum());
    } else if (request.canUpgradeToWebSocket()) {
      upgrade(request, request.getParam("room_id", ""));
    } else {
      pass(request);
    }
  }

  private void upgrade(HttpServerRequest request, String room) {
    List<Frame> own = frames.getOrDefault(room, List.of());
    if (own.isEmpty()) {
      request.response().setStatusCode(404).end();
      return;
    }
    request
        .response()
        .putHeader("Connection", "Upgrade")
        .putHeader("Upgrade", "websocket")
        .putHeader("Sec-WebSocket-Accept", accept(request.getHeader("Sec-WebSocket-Key")));
    request.toNetSocket().onSuccess(socket -> flood(socket, room, own));
  }

  private void flood(NetSocket socket, String room, List<Frame> own) {
    long turn = sockets.computeIfAbsent(room, id -> new AtomicLong()).getAndIncrement();
    open.increment();
    socket.closeHandler(closed -> open.decrement());
    new Torrent(socket, own, turn * APART, messages).start();
  }

  private void pass(HttpServerRequest request) {
    RequestOptions options =
        new RequestOptions().setHost("127.0.0.1").setPort(platformPort).setURI(request.uri());
    HttpServerResponse answer = request.response();
    platform
        .request(options)
        .compose(asked -> asked.send())
        .compose(
            told -> {
              answer.setStatusCode(told.statusCode());
              return told.body();
            })
        .onSuccess(answer::end)
        .onFailure(failure -> answer.setStatusCode(502).end());
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_KEY).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
