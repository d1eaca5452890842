package io.liveroom.simulator.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The many fields of the platform's answers that say nothing here, so that an answer weighs what a
 * real one weighs.
 *
 * @param room of a room
 * @param owner of a room's owner
 * @param stream of a room's stream
 * @param viewer of a ranked viewer
 */
record Ballast(String room, String owner, String stream, String viewer) {
  static Ballast load() {
    return new Ballast(one("room"), one("owner"), one("stream"), one("viewer"));
  }

  private static String one(String name) {
    try (InputStream file = Ballast.class.getResourceAsStream(name + "-ballast.json")) {
      ObjectMapper mapper = new ObjectMapper();
      return mapper.writeValueAsString(mapper.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
