package io.liveroom.cli.rooms;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in few letters. */
public final class Age {

  private static final long MINUTES_FROM = 120; // seconds
  private static final long HOURS_FROM = 7_200;

  private Age() {}

  /** Such as 3s, 12m or 5h; 0s for the future, a question mark for the epoch, which is never. */
  public static String of(Instant then, Instant now) {
    if (then.equals(Instant.EPOCH)) {
      return "?";
    }
    Duration age = Duration.between(then, now);
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < MINUTES_FROM) {
      return seconds + "s";
    }
    return seconds < HOURS_FROM ? age.toMinutes() + "m" : age.toHours() + "h";
  }
}
