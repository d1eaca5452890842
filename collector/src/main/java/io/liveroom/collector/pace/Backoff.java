package io.liveroom.collector.pace;

import java.time.Duration;

/**
 * Exponential backoff with full jitter: a pure function of the attempt and a random number.
 *
 * @param first longest wait before the first attempt after a failure
 * @param most longest wait ever
 */
public record Backoff(Duration first, Duration most) {

  private static final int DOUBLINGS = 30; // more would overflow; no wait gets there

  /**
   * @param attempt failures in a row, from 1
   * @param random uniform in [0, 1)
   */
  public Duration delay(int attempt, double random) {
    long ceiling = first.toMillis() << Math.min(DOUBLINGS, Math.max(0, attempt - 1));
    long bounded = ceiling <= 0 ? most.toMillis() : Math.min(most.toMillis(), ceiling);
    return Duration.ofMillis((long) (bounded * random));
  }
}
