package io.liveroom.local.table;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: short, and with the same number of digits everywhere. */
record Figures(Language language) {

  private static final String NONE = "–";

  Text count(@Nullable Long number) {
    return number == null ? none() : Text.plain(shortened(number));
  }

  Text percent(@Nullable Double share) {
    return share == null ? none() : Text.plain(String.format(Locale.ROOT, "%.2f%%", share * 100));
  }

  Text none() {
    return Text.of(NONE, Style.FAINT);
  }

  /** 9,876 and 12.3k and 4.56M; in Chinese 9,876 and 1.23万 and 4.56亿. */
  String shortened(long number) {
    if (Math.abs(number) < 10_000) {
      return String.format(Locale.ROOT, "%,d", number);
    }
    return switch (language) {
      case EN -> english(number);
      case ZH -> chinese(number);
    };
  }

  /** 45s, 12m, 3h05m, 2d04h. */
  static String span(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + "m";
    }
    if (seconds < 86_400) {
      return String.format(Locale.ROOT, "%dh%02dm", seconds / 3_600, seconds / 60 % 60);
    }
    return String.format(Locale.ROOT, "%dd%02dh", seconds / 86_400, seconds / 3_600 % 24);
  }

  private static String english(long number) {
    return Math.abs(number) < 1_000_000
        ? threeDigits(number / 1e3) + "k"
        : threeDigits(number / 1e6) + "M";
  }

  private static String chinese(long number) {
    return Math.abs(number) < 100_000_000
        ? threeDigits(number / 1e4) + "万"
        : threeDigits(number / 1e8) + "亿";
  }

  private static String threeDigits(double number) {
    double size = Math.abs(number);
    String form = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, form, number);
  }
}
