package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * An even beat: never more than so many steps within any second, and no burst after a pause. A step
 * that came late is made up for by a little haste, of which the rate pays beforehand. Guarded by
 * who owns it.
 */
final class Metronome {

  private static final Duration LATENESS = Duration.ofMillis(20); // made up for, at most
  private static final double SECOND_AND_LATENESS = 1_020_000_000; // nanoseconds
  private static final double STILL = 1e-6; // steps per second; slower is none

  private double perSecond;
  private Instant due = Instant.MIN; // the next step

  Metronome(double perSecond) {
    this.perSecond = perSecond;
  }

  /** From now on so many steps a second; the step that is due keeps its time. */
  void setRate(double stepsPerSecond) {
    perSecond = stepsPerSecond;
  }

  boolean isStill() {
    return perSecond < STILL;
  }

  /** How long until the next step may be made; zero means now. Says nothing of a still one. */
  Duration wait(Instant now) {
    Instant farthest = now.plus(beat()); // further away only if the clock was set back
    Instant at = due.isAfter(farthest) ? farthest : due;
    return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
  }

  /** A step is made. */
  void step(Instant now) {
    Instant earliest = now.minus(LATENESS);
    Instant from = due.isBefore(earliest) ? earliest : due;
    due = (from.isAfter(now) ? now : from).plus(beat());
  }

  private Duration beat() {
    return Duration.ofNanos((long) Math.ceil(SECOND_AND_LATENESS / Math.max(STILL, perSecond)));
  }
}
