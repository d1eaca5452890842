package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests may wait for their answer at the same time: less when the platform is slow or
 * fails, slowly more when it answers well. Pure but for its own state; guarded by who owns it.
 */
final class ConcurrencyLimit {

  private static final Duration NEVER_SLOW = Duration.ofMillis(500);
  private static final Duration REST = Duration.ofSeconds(1); // least time between two cuts
  private static final int SLOW = 2; // times as long as usual
  private static final int FORGETS = 100; // answers it takes to get used to another speed
  private static final double CUT = 0.7;

  private final int ceiling;
  private double limit;
  private int underWay;
  private Duration usual = Duration.ZERO; // falls at once, rises slowly; zero before any answer
  private Instant restsUntil = Instant.MIN;

  ConcurrencyLimit(int ceiling) {
    this.ceiling = ceiling;
    this.limit = ceiling;
  }

  int limit() {
    return (int) limit;
  }

  boolean isFree() {
    return underWay < limit();
  }

  void begin() {
    underWay++;
  }

  void end(Instant now, Duration took, RequestBudget.Ending ending) {
    boolean wasNeeded = underWay * 2 >= limit();
    underWay--;
    switch (ending) {
      case OVERLOADED -> cut(now, took);
      case ANSWERED -> answered(now, took, wasNeeded);
      case UNTOLD -> {
        // as before
      }
    }
  }

  private void answered(Instant now, Duration took, boolean wasNeeded) {
    if (isSlow(took)) {
      cut(now, took);
    } else if (wasNeeded) {
      limit = Math.min(ceiling, limit + 1 / limit);
    }
    learn(took);
  }

  private boolean isSlow(Duration took) {
    return took.compareTo(NEVER_SLOW) > 0
        && !usual.isZero()
        && took.compareTo(usual.multipliedBy(SLOW)) > 0;
  }

  /** Requests that were under way at a cut tell nothing about what it brought. */
  private void cut(Instant now, Duration took) {
    if (!now.isBefore(restsUntil)) {
      limit = Math.max(1, limit * CUT);
      restsUntil = now.plus(took.compareTo(REST) > 0 ? took : REST);
    }
  }

  private void learn(Duration took) {
    boolean isFaster = usual.isZero() || took.compareTo(usual) < 0;
    usual = isFaster ? took : usual.plus(took.minus(usual).dividedBy(FORGETS));
  }
}
