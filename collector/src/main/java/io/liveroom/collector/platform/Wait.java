package io.liveroom.collector.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits the platform asks for. */
final class Wait {

  private Wait() {}

  /** So many milliseconds, but none below zero and none above a bound. */
  static Duration millis(@Nullable Long asked, Duration most) {
    long bounded = asked == null ? 0 : Math.max(0, Math.min(asked, most.toMillis()));
    return Duration.ofMillis(bounded);
  }
}
