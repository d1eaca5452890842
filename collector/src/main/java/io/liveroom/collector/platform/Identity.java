package io.liveroom.collector.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deterministic event ids: the same fact gets the same id however often it arrives. */
final class Identity {

  private static final long EARLIEST_SECOND = 1_000_000_000L; // 2001: ids before it carry no time
  private static final int SECONDS_SHIFT = 32;

  private Identity() {}

  /**
   * An answer about a room: by the server's clock (else arrival), and the rest.
   *
   * @param rest what tells apart two facts of the same room, endpoint and moment
   */
  static String ofAnswer(String roomId, Payload payload, EventTime time, String rest) {
    String endpoint = payload.endpoint().label();
    return roomId + ":" + endpoint + ":" + time.at().toEpochMilli() + ":" + rest;
  }

  /** A chat message with an id of its own. */
  static String ofMessage(String roomId, String messageId) {
    return roomId + ":" + messageId;
  }

  /** A chat message without one: by a fingerprint of what it says. */
  static String ofWords(String roomId, String fingerprint) {
    return roomId + ":x" + fingerprint;
  }

  /** The creation time inside a platform id; null where there is none. */
  static @Nullable Instant timeIn(@Nullable String id) {
    if (id == null) {
      return null;
    }
    try {
      long seconds = Long.parseUnsignedLong(id) >>> SECONDS_SHIFT;
      return seconds < EARLIEST_SECOND ? null : Instant.ofEpochSecond(seconds);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
