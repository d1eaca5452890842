package io.liveroom.benchmarks.ceiling;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Opens a chat socket of each room and throws away what comes. Arguments: port of the platform,
 * token, rooms with commas, file that says when all are open.
 */
public final class SinkMain {

  private SinkMain() {}

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    List<String> rooms = List.of(arguments[2].split(",", -1));
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    NetClient client = vertx.createNetClient();
    for (String room : rooms) {
      client
          .connect(port, "127.0.0.1")
          .onSuccess(
              socket -> {
                socket.handler(bytes -> {});
                socket.write(request(arguments[1], room));
              })
          .await();
    }
    Files.writeString(Path.of(arguments[3]), "open");
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
