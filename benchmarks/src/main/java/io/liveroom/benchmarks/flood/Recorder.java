package io.liveroom.benchmarks.flood;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Listens to a simulated platform for a while and keeps the frames of each room. */
final class Recorder {

  private static final int MOST_FRAMES = 200; // of one room
  private static final int LARGEST = 60_000;

  private final Vertx vertx;
  private final int port;
  private final String token;
  private final Map<String, List<byte[]>> frames = new HashMap<>(); // guarded by this

  Recorder(Vertx vertx, int port, String token) {
    this.vertx = vertx;
    this.port = port;
    this.token = token;
  }

  /** The payloads of each room's frames; rooms that said nothing are left out. */
  Map<String, List<byte[]>> record(List<String> rooms, long seconds) throws InterruptedException {
    WebSocketClient client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(rooms.size()));
    rooms.forEach(room -> listen(client, room));
    TimeUnit.SECONDS.sleep(seconds);
    client.close();
    return kept();
  }

  private synchronized Map<String, List<byte[]>> kept() {
    Map<String, List<byte[]>> copy = new HashMap<>();
    frames.forEach((room, all) -> copy.put(room, List.copyOf(all)));
    return copy;
  }

  private void listen(WebSocketClient client, String room) {
    client
        .connect(port, "127.0.0.1", "/douyin/liveroom/chat?token=" + token + "&room_id=" + room)
        .onSuccess(socket -> socket.textMessageHandler(text -> keep(room, text.getBytes(UTF_8))));
  }

  private synchronized void keep(String room, byte[] frame) {
    List<byte[]> kept = frames.computeIfAbsent(room, id -> new ArrayList<>());
    if (kept.size() < MOST_FRAMES && frame.length < LARGEST) {
      kept.add(frame);
    }
  }
}
