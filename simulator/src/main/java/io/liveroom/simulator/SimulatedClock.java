package io.liveroom.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that begins in the past and runs faster, until it has caught up with the wall clock; from
 * then on the two are one. It is never ahead.
 */
public final class SimulatedClock implements InstantSource {
  private final InstantSource wall;
  private final Instant wallStart;
  private final Instant start;
  private final double speed;

  /**
   * Starts the clock.
   *
   * @param wall the clock to catch up with
   * @param start what this clock shows now; not after the wall clock
   * @param speed how many seconds pass here in one second there; at least 1
   */
  public SimulatedClock(InstantSource wall, Instant start, double speed) {
    this.wall = wall;
    this.wallStart = wall.instant();
    this.start = start;
    this.speed = speed;
    if (start.isAfter(wallStart)) {
      throw new IllegalArgumentException("start must not be after the wall clock: " + start);
    }
    if (!(speed >= 1)) {
      throw new IllegalArgumentException("speed must be at least 1: " + speed);
    }
  }

  @Override
  public Instant instant() {
    Instant now = wall.instant();
    double passed = Duration.between(wallStart, now).toNanos() * speed;
    Instant own = start.plusNanos((long) passed);
    return own.isBefore(now) ? own : now;
  }
}
