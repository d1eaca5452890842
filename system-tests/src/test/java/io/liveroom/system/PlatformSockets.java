package io.liveroom.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who was connected when, by the simulated platform's own account. */
final class PlatformSockets {

  private final JsonNode rooms;

  private PlatformSockets(JsonNode rooms) {
    this.rooms = rooms;
  }

  static PlatformSockets read(int port) throws IOException {
    URI page = URI.create("http://127.0.0.1:" + port + "/simulator/sockets?rooms=all");
    try (InputStream in = page.toURL().openStream()) {
      return new PlatformSockets(new ObjectMapper().readTree(in).path("rooms"));
    }
  }

  /** Rooms whose last socket was closed, since a moment, before the next one was open. */
  List<String> blindSince(Instant moment) {
    List<String> blind = new ArrayList<>();
    for (JsonNode room : rooms) {
      long seenUntil = 0; // by the sockets before
      for (JsonNode socket : byTime(room.path("sockets"))) {
        long from = socket.path("from").asLong();
        if (seenUntil > moment.toEpochMilli() && from > seenUntil) {
          blind.add(room.path("room_id").asText() + " for " + (from - seenUntil) + " ms");
        }
        long to = socket.path("to").asLong();
        seenUntil = Math.max(seenUntil, to == 0 ? Long.MAX_VALUE : to);
      }
    }
    return blind;
  }

  private static List<JsonNode> byTime(JsonNode sockets) {
    List<JsonNode> sorted = new ArrayList<>();
    sockets.forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(socket -> socket.path("from").asLong()));
    return sorted;
  }
}
