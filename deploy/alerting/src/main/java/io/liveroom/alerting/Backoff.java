package io.liveroom.alerting;

import java.time.Duration;

/**
 * How long to wait after so many failures: doubling, up to a limit, and up to a fifth less so that
 * several jobs do not come at once.
 */
record Backoff(Duration first, Duration most) {

  private static final double JITTER = 0.2;
  private static final int DOUBLINGS = 20;

  /**
   * @param failures in a row, from 1
   * @param random from 0 to 1
   */
  Duration after(int failures, double random) {
    long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
    long limited = Math.min(doubled, most.toMillis());
    return Duration.ofMillis(Math.round(limited * (1 - JITTER * random)));
  }
}
