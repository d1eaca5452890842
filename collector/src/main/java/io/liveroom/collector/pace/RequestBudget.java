package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The one budget of requests for a token, as a token bucket: places are given out in the order they
 * are asked for. Safe for all threads.
 */
public final class RequestBudget {

  private static final Duration BURST = Duration.ofSeconds(1);
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Duration cost; // time one request takes out of the bucket
  private Instant paidUntil = Instant.MIN; // guarded by this: when the bucket is full again

  public RequestBudget(int requestsPerSecond, InstantSource clock) {
    this.clock = clock;
    this.cost = Duration.ofSeconds(1).dividedBy(requestsPerSecond);
  }

  /**
   * A place for one request: how long to wait for it, or empty where the queue is already too long
   * and the caller should leave this round out.
   */
  public synchronized Optional<Duration> reserve() {
    Instant now = clock.instant();
    Instant start = paidUntil.isBefore(now) ? now : paidUntil;
    Duration wait = Duration.between(now, start).minus(BURST).plus(cost);
    if (wait.compareTo(LONGEST_QUEUE) > 0) {
      return Optional.empty();
    }
    paidUntil = start.plus(cost);
    return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
  }
}
