package io.liveroom.simulator.ledger;

import java.time.Duration;

/**
 * The settings that figures depend on.
 *
 * @param maxGap online samples further apart than this leave a hole
 * @param trendSpan how far back the online trend looks
 * @param comboGap a combo without a tick for longer than this is over
 */
public record FigureRules(Duration maxGap, Duration trendSpan, Duration comboGap) {
  /** What the product uses unless told otherwise. */
  public static FigureRules usual() {
    return new FigureRules(Duration.ofSeconds(90), Duration.ofMinutes(5), Duration.ofSeconds(30));
  }

  public FigureRules withMaxGap(Duration gap) {
    return new FigureRules(gap, trendSpan, comboGap);
  }

  public FigureRules withTrendSpan(Duration span) {
    return new FigureRules(maxGap, span, comboGap);
  }
}
