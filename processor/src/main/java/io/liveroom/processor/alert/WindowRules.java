package io.liveroom.processor.alert;

import static io.liveroom.processor.alert.Parameter.AFTER;
import static io.liveroom.processor.alert.Parameter.BASELINE;
import static io.liveroom.processor.alert.Parameter.BELOW;
import static io.liveroom.processor.alert.Parameter.COVERAGE;
import static io.liveroom.processor.alert.Parameter.DROP;
import static io.liveroom.processor.alert.Parameter.FACTOR;
import static io.liveroom.processor.alert.Parameter.MIN_AUDIENCE;
import static io.liveroom.processor.alert.Parameter.MIN_FOLLOWS;
import static io.liveroom.processor.alert.Parameter.MIN_VALUE;
import static io.liveroom.processor.alert.Parameter.RESOLVE;
import static io.liveroom.processor.alert.Parameter.RESOLVE_FACTOR;
import static io.liveroom.processor.alert.Parameter.RISE;
import static io.liveroom.processor.alert.Parameter.SPAN;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the rules that look at windows make of them. Pure: a reading hangs on the windows, the rule
 * and, while an alert lasts, on what it was compared with. Nothing where it cannot be said.
 */
final class WindowRules {

  private static final double MINUTE = 60_000;

  private final Windows windows;
  private final AlertRule rule;
  private final long to; // end of the window judged
  private final long from; // beginning of the rule's span

  private WindowRules(Windows windows, AlertRule rule, Window window) {
    this.windows = windows;
    this.rule = rule;
    to = window.end();
    from = to - rule.millis(SPAN);
  }

  /**
   * Judges a window.
   *
   * @param since when the room last became live: what was before is not the same stretch
   * @param beaten what a lasting alert was compared with; NaN where none lasts
   */
  static Optional<Reading> judge(
      Windows windows, AlertRule rule, Window window, long since, double beaten) {
    WindowRules judge = new WindowRules(windows, rule, window);
    return switch (rule.kind()) {
      case ONLINE_DROP -> judge.onlineDrop();
      case ONLINE_PEAK -> judge.onlinePeak(window, beaten);
      case FOLLOW_RATE_SPIKE -> judge.followRateSpike();
      case GIFT_SPIKE -> judge.giftSpike();
      case COVERAGE_DROP -> judge.coverageDrop(since);
      case ROOM_STARTED,
          ROOM_ENDED,
          PRODUCT_LISTED,
          PRODUCT_SOLD_OUT,
          PRODUCT_PRICE_CHANGED,
          COLLECTION_STALE ->
          Optional.empty();
    };
  }

  private Optional<Reading> onlineDrop() {
    long start = from - (to - from);
    OptionalDouble before = windows.onlineMean(start, from);
    OptionalDouble last = windows.onlineMean(from, to);
    boolean isKnown =
        before.isPresent()
            && last.isPresent()
            && windows.coverage(start, from) >= rule.number(COVERAGE)
            && windows.coverage(from, to) >= rule.number(COVERAGE);
    if (!isKnown || before.getAsDouble() == 0) {
      return Optional.empty();
    }
    double was = before.getAsDouble();
    double is = last.getAsDouble();
    double drop = 1 - is / was;
    return Optional.of(
        new Reading(
            drop >= rule.number(DROP) && was >= rule.number(MIN_AUDIENCE),
            drop < rule.number(RESOLVE),
            is,
            was * (1 - rule.number(DROP)),
            was,
            "online fell by %s: %s on average in the last %s, %s in the %s before"
                .formatted(
                    Words.percent(drop), Words.count(is), span(), Words.count(was), span())));
  }

  private Optional<Reading> onlinePeak(Window window, double beaten) {
    Long online = window.onlineMax();
    Long before = windows.peakUntil(from);
    if (online == null || before == null) {
      return Optional.empty();
    }
    double threshold = before * (1 + rule.number(RISE));
    boolean holds =
        online >= threshold
            && before >= rule.number(MIN_AUDIENCE)
            && to - windows.first() >= rule.millis(AFTER);
    return Optional.of(
        new Reading(
            holds,
            online < (Double.isNaN(beaten) ? before : beaten),
            online.doubleValue(),
            threshold,
            before.doubleValue(),
            "online reached %s; its highest up to %s before was %s"
                .formatted(Words.count(online), span(), Words.count(before))));
  }

  private Optional<Reading> followRateSpike() {
    long start = baselineStart();
    double follows = windows.between(from, to).stream().mapToLong(Window::follows).sum();
    double viewers = windows.between(from, to).stream().mapToLong(Window::viewers).sum();
    double usualFollows = windows.between(start, from).stream().mapToLong(Window::follows).sum();
    double usualViewers = windows.between(start, from).stream().mapToLong(Window::viewers).sum();
    if (!hasBaseline(start) || viewers == 0 || usualViewers == 0) {
      return Optional.empty();
    }
    double rate = follows / viewers;
    double usual = usualFollows / usualViewers;
    return Optional.of(
        new Reading(
            rate >= usual * rule.number(FACTOR)
                && follows >= Math.max(1, rule.number(MIN_FOLLOWS))
                && hasAudience(),
            follows == 0 || rate < usual * rule.number(RESOLVE_FACTOR),
            rate,
            usual * rule.number(FACTOR),
            usual,
            "follow rate %s in the last %s (%s of %s new viewers), %s in the %s before"
                .formatted(
                    Words.rate(rate),
                    span(),
                    Words.count(follows),
                    Words.count(viewers),
                    Words.rate(usual),
                    Words.time(Duration.ofMillis(from - start)))));
  }

  private Optional<Reading> giftSpike() {
    long start = baselineStart();
    if (!hasBaseline(start)) {
      return Optional.empty();
    }
    double value = windows.between(from, to).stream().mapToLong(Window::giftValue).sum();
    double usualValue = windows.between(start, from).stream().mapToLong(Window::giftValue).sum();
    double pace = value / (to - from) * MINUTE;
    double usual = usualValue / (from - start) * MINUTE;
    double least = rule.number(MIN_VALUE);
    return Optional.of(
        new Reading(
            pace >= usual * rule.number(FACTOR) && value >= Math.max(1, least) && hasAudience(),
            value == 0 || value < least / 2 || pace < usual * rule.number(RESOLVE_FACTOR),
            pace,
            Math.max(usual * rule.number(FACTOR), least / (to - from) * MINUTE),
            usual,
            "gifts of %s diamonds in the last %s: %s per minute, %s per minute before"
                .formatted(Words.count(value), span(), Words.count(pace), Words.count(usual))));
  }

  private Optional<Reading> coverageDrop(long since) {
    if (from < Math.max(since, windows.first())) {
      return Optional.empty();
    }
    double coverage = windows.coverage(from, to);
    return Optional.of(
        new Reading(
            coverage < rule.number(BELOW) && hasAudience(),
            coverage >= rule.number(RESOLVE),
            coverage,
            rule.number(BELOW),
            null,
            "samples of the online figure cover %s of the last %s"
                .formatted(Words.percent(coverage), span())));
  }

  /** A room just seen has a shorter past than the baseline is long. */
  private long baselineStart() {
    return Math.max(windows.first(), from - rule.millis(BASELINE));
  }

  private boolean hasBaseline(long start) {
    return (from - start) * 2 >= rule.millis(BASELINE);
  }

  private boolean hasAudience() {
    double least = rule.number(MIN_AUDIENCE);
    return least == 0 || windows.onlineMean(from, to).orElse(0) >= least;
  }

  private String span() {
    return Words.time(Duration.ofMillis(to - from));
  }
}
