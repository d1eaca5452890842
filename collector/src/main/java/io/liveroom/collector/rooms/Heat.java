package io.liveroom.collector.rooms;

import io.liveroom.common.RoomState;
import java.time.Duration;

/**
 * How much goes on in a room, and how often it is asked therefore: busy ones more often than the
 * intervals say, quiet ones more rarely. Pure.
 */
enum Heat {
  HOT(1, 3),
  WARM(1, 2),
  USUAL(1, 1),
  QUIET(2, 1),
  STILL(4, 1);

  private static final long CROWD = 10_000; // people
  private static final long GATHERING = 1_000;
  private static final long COMPANY = 50;
  private static final long FEW = 5;
  private static final double STREAM = 600; // chat events per minute
  private static final double TALK = 60;
  private static final double WORDS = 5;
  private static final double WORD = 0.5;

  // Samples of the online figure further apart than three usual intervals leave it uncovered.
  private static final int RAREST_COUNTERS = 2;
  private static final Duration RAREST_COUNTERS_BOUND = Duration.ofSeconds(60);
  private static final int NOTHING_ON_SALE = 4;

  private final int numerator;
  private final int denominator;

  Heat(int numerator, int denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * @param online people in the room, as last heard
   * @param eventsPerMinute of its chat, as lately seen
   * @param isExplaining a product is being explained
   */
  static Heat of(RoomState state, long online, double eventsPerMinute, boolean isExplaining) {
    if (state == RoomState.PAUSED) {
      return QUIET;
    }
    if (online >= CROWD || eventsPerMinute >= STREAM) {
      return HOT;
    }
    if (online >= GATHERING || eventsPerMinute >= TALK || isExplaining) {
      return WARM;
    }
    if (online >= COMPANY || eventsPerMinute >= WORDS) {
      return USUAL;
    }
    return online >= FEW || eventsPerMinute >= WORD ? QUIET : STILL;
  }

  /** The same, but nothing more often than usual: there are more requests than places. */
  Heat cooled() {
    return numerator < denominator ? USUAL : this;
  }

  /** How often {@code info} is asked; bounded, so that the online figure stays covered. */
  Duration counters(Duration interval) {
    Duration rarest = interval.multipliedBy(RAREST_COUNTERS);
    if (rarest.compareTo(RAREST_COUNTERS_BOUND) > 0) {
      rarest = interval.compareTo(RAREST_COUNTERS_BOUND) > 0 ? interval : RAREST_COUNTERS_BOUND;
    }
    Duration asked = ranking(interval);
    return asked.compareTo(rarest) > 0 ? rarest : asked;
  }

  /**
   * How often {@code promotions} is asked.
   *
   * @param isSelling whether the room has goods
   */
  Duration goods(Duration interval, boolean isSelling) {
    return isSelling ? ranking(interval) : interval.multipliedBy(NOTHING_ON_SALE);
  }

  /** How often {@code audience} is asked. */
  Duration ranking(Duration interval) {
    return interval.multipliedBy(numerator).dividedBy(denominator);
  }
}
