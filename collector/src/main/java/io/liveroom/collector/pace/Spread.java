package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Puts what could all happen at once one after the other. Safe for all threads. */
public final class Spread {

  private final Duration step;
  private final InstantSource clock;
  private Instant next = Instant.MIN; // guarded by this

  public Spread(double perSecond, InstantSource clock) {
    this.step = Duration.ofNanos((long) (1e9 / perSecond));
    this.clock = clock;
  }

  /** How long to wait for the next turn, which is thereby taken. */
  public synchronized Duration turn() {
    Instant now = clock.instant();
    Instant at = next.isAfter(now) ? next : now;
    next = at.plus(step);
    return Duration.between(now, at);
  }
}
