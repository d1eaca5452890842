package io.liveroom.processor.alert;

import java.time.Duration;
import java.util.Locale;

/** A number that a rule has. Durations are milliseconds. */
enum Parameter {
  COOL_DOWN(Unit.DURATION_OR_NONE),
  LASTS(Unit.DURATION),
  HOLD(Unit.DURATION_OR_NONE),
  SPAN(Unit.DURATION),
  BASELINE(Unit.DURATION),
  AFTER(Unit.DURATION_OR_NONE),
  DROP(Unit.SHARE),
  RISE(Unit.POSITIVE),
  BELOW(Unit.SHARE),
  RESOLVE(Unit.SHARE),
  COVERAGE(Unit.SHARE),
  CHANGE(Unit.POSITIVE),
  FACTOR(Unit.POSITIVE),
  RESOLVE_FACTOR(Unit.POSITIVE),
  MIN_AUDIENCE(Unit.COUNT),
  MIN_FOLLOWS(Unit.COUNT),
  MIN_VALUE(Unit.COUNT);

  private final Unit unit;

  Parameter(Unit unit) {
    this.unit = unit;
  }

  /** What its values may be. */
  enum Unit {
    DURATION("a duration above zero such as 30s, 5m or 1h"),
    DURATION_OR_NONE("a duration such as 0s, 30s, 5m or 1h"),
    SHARE("a share above 0 and up to 1"),
    POSITIVE("a number above 0"),
    COUNT("a whole number from 0");

    private final String rule;

    Unit(String rule) {
      this.rule = rule;
    }

    /** Completes the sentence "KEY must be …". */
    String rule() {
      return rule;
    }
  }

  /** As it is written in a file. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Unit unit() {
    return unit;
  }

  /**
   * Reads a value as YAML gives it; throws {@link IllegalArgumentException} where it may not be.
   */
  double parse(Object value) {
    return switch (unit) {
      case DURATION -> require((double) Durations.parse(value).toMillis(), 1, Double.MAX_VALUE);
      case DURATION_OR_NONE -> (double) Durations.parse(value).toMillis();
      case SHARE -> require(number(value), Double.MIN_VALUE, 1);
      case POSITIVE -> require(number(value), Double.MIN_VALUE, Double.MAX_VALUE);
      case COUNT -> whole(require(number(value), 0, Long.MAX_VALUE));
    };
  }

  /** Writes a value as it is written in a file. */
  String text(double value) {
    return switch (unit) {
      case DURATION, DURATION_OR_NONE -> Durations.text(Duration.ofMillis((long) value));
      case COUNT -> Long.toString((long) value);
      case SHARE, POSITIVE -> Words.number(value);
    };
  }

  private static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("not a number");
  }

  private static double whole(double value) {
    return require(value, Math.rint(value), Math.rint(value));
  }

  /** NaN is in no range. */
  private static double require(double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }
}
