package io.liveroom.processor.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Figures as people read them, in any locale alike. */
final class Words {

  private Words() {}

  /** A number without needless zeros: 0.3, 2, 1.25. */
  static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.setScale(Math.max(0, exact.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }

  /** A share in per cent, to a tenth: 30 %, 12.5 %. */
  static String percent(double share) {
    return number(Math.round(share * 1_000) / 10.0) + " %";
  }

  /** A rate in per cent, to a hundredth. */
  static String rate(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  /** A count, its thousands apart. */
  static String count(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /** Fen as yuan. */
  static String yuan(double fen) {
    return String.format(Locale.ROOT, "%,.2f CNY", fen / 100);
  }

  /** A length of time in its two largest units, to the second: 45s, 3m20s, 1h, 1h4m. */
  static String time(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3_600) {
      return two(seconds / 60, "m", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return two(seconds / 3_600, "h", seconds % 3_600 / 60, "m");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    return large + unit + (small == 0 ? "" : small + smallUnit);
  }
}
