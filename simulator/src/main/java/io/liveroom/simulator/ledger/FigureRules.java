package io.liveroom.simulator.ledger;

import java.time.Duration;

/**
 * The settings that figures depend on.
 *
 * @param maxGap online samples further apart than this leave a hole
 * @param trendSpan how far back the online trend looks
 * @param explainGap a shorter interruption does not end an explanation
 * @param comboGap a combo without a tick for longer than this is over
 */
public record FigureRules(
    Duration maxGap, Duration trendSpan, Duration explainGap, Duration comboGap) {
  /** What the product uses unless told otherwise. */
  public static FigureRules usual() {
    return new FigureRules(
        Duration.ofSeconds(90),
        Duration.ofMinutes(5),
        Duration.ofSeconds(120),
        Duration.ofSeconds(30));
  }

  public FigureRules withMaxGap(Duration gap) {
    return new FigureRules(gap, trendSpan, explainGap, comboGap);
  }

  public FigureRules withTrendSpan(Duration span) {
    return new FigureRules(maxGap, span, explainGap, comboGap);
  }

  public FigureRules withExplainGap(Duration gap) {
    return new FigureRules(maxGap, trendSpan, gap, comboGap);
  }
}
