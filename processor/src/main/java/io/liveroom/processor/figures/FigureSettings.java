package io.liveroom.processor.figures;

import java.time.Duration;

/**
 * What the figures of metrics.md leave to the operator.
 *
 * @param window size of a window
 * @param grace how long after its end a window still takes what belongs to it
 * @param maxGap furthest apart that two online samples may be and still be joined by a line
 * @param trendSpan how far back the online trend looks
 * @param sessionGrace from an end's confirmation to the session's final
 * @param exactDistinct members up to which distinct counts are exact
 */
public record FigureSettings(
    Duration window,
    Duration grace,
    Duration maxGap,
    Duration trendSpan,
    Duration sessionGrace,
    int exactDistinct) {

  /** What metrics.md says. */
  public static final FigureSettings DEFAULTS =
      new FigureSettings(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofSeconds(90),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          4096);

  /** The furthest back that an online sample still matters to an open window. */
  public Duration onlineMemory() {
    return trendSpan.compareTo(maxGap) > 0 ? trendSpan : maxGap;
  }
}
