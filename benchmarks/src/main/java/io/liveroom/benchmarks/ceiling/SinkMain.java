package io.liveroom.benchmarks.ceiling;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Opens a chat socket of each room and throws away what comes. Arguments: port of the platform,
 * token, rooms with commas.
 */
public final class SinkMain {

  private SinkMain() {}

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    List<String> rooms = List.of(arguments[2].split(",", -1));
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    NetClient client = vertx.createNetClient();
    List<Future<NetSocket>> opening =
        rooms.stream().map(room -> client.connect(port, "127.0.0.1")).toList();
    Future.all(opening).await(); // all, before the first of them floods the others
    for (int at = 0; at < rooms.size(); at++) {
      NetSocket socket = opening.get(at).result();
      socket.handler(bytes -> {});
      socket.write(request(arguments[1], rooms.get(at)));
    }
    new CountDownLatch(1).await();
  }

  private static String request(String token, String room) {
    return String.join(
        "\r\n",
        "GET /douyin/liveroom/chat?token=" + token + "&room_id=" + room + " HTTP/1.1",
        "Host: 127.0.0.1",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "",
        "");
  }
}
