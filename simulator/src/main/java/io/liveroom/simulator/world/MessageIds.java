package io.liveroom.simulator.world;

import java.time.Instant;

/**
 * Message ids: upper half Unix seconds near the message's creation, lower half unique in the room.
 * How near depends on the kind, as on the real platform.
 */
final class MessageIds {
  private static final long MONTHS = 100 * 24 * 3_600L;

  private MessageIds() {}

  static String of(Broadcast broadcast, Content content, Instant at, long number) {
    long seconds = at.getEpochSecond() - lag(content);
    long salt = broadcast.seed().value() & 0xFFFFFFFFL;
    long low = (number * 0x9E3779B1L + salt) & 0xFFFFFFFFL; // odd factor: a bijection of 32 bits
    return Long.toString((seconds << 32) | low);
  }

  private static long lag(Content content) {
    return switch (content.kind()) {
      case GIFT -> 230;
      case INTRO -> MONTHS;
      case UNKNOWN -> 70;
      case ONLINE -> 1;
      case CHAT, ENTER, FOLLOW, SHARE, LIKE, CONTROL -> 0;
    };
  }
}
