package io.liveroom.collector.platform;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as the platform shows it to people: {@code 1083}, {@code "5.5万"}, {@code "10万+"}.
 *
 * @param isLowerBound it came with a plus sign
 */
record Figure(long value, boolean isLowerBound) {

  private static final long TEN_THOUSAND = 10_000;
  private static final long HUNDRED_MILLION = 100_000_000;
  private static final int LONGEST = 40;

  /** Null where the text is blank. */
  static @Nullable Figure parse(String text) throws WrongShape {
    String rest = text.strip().replace(",", "");
    if (rest.isEmpty()) {
      return null;
    }
    boolean isLowerBound = rest.endsWith("+");
    if (isLowerBound) {
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    long unit = unit(rest);
    if (unit != 1) {
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    return new Figure(exact(rest, unit), isLowerBound);
  }

  private static long unit(String text) {
    if (text.endsWith("万") || text.endsWith("w")) {
      return TEN_THOUSAND;
    }
    return text.endsWith("亿") ? HUNDRED_MILLION : 1;
  }

  private static long exact(String digits, long unit) throws WrongShape {
    if (digits.length() > LONGEST) {
      throw new WrongShape("a number is too long");
    }
    try {
      return new BigDecimal(digits).multiply(BigDecimal.valueOf(unit)).longValueExact();
    } catch (ArithmeticException | NumberFormatException notOne) {
      throw new WrongShape("a number is not a whole 64-bit number");
    }
  }
}
