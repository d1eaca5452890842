package io.liveroom.processor.figures;

import org.jspecify.annotations.Nullable;

/** Quotients that are null where they could not be measured. */
public final class Rates {

  private Rates() {}

  /** Null when the numerator is unknown or the denominator is unknown or 0. */
  public static @Nullable Double of(@Nullable Long numerator, @Nullable Long denominator) {
    return numerator == null ? null : of(numerator.doubleValue(), denominator);
  }

  /** Null when the numerator is unknown or the denominator is unknown or 0. */
  public static @Nullable Double of(@Nullable Double numerator, @Nullable Long denominator) {
    return numerator == null || denominator == null || denominator == 0
        ? null
        : numerator / denominator;
  }
}
