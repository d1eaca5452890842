package io.liveroom.simulator.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much cumulative counters grew. */
final class Growth {
  private Growth() {}

  /** The running maximum at the end less that at the start; null without a value in between. */
  static @Nullable Long within(List<Sample> values, Instant start, Instant end) {
    List<Sample> inside =
        values.stream().filter(v -> v.at().isAfter(start) && !v.at().isAfter(end)).toList();
    if (inside.isEmpty()) {
      return null;
    }
    Long before = highest(values, start);
    return required(highest(values, end)) - (before == null ? first(inside) : before);
  }

  /** The largest value less the first; null without values. */
  static @Nullable Long overall(List<Sample> values) {
    Long highest = highest(values, Instant.MAX);
    return highest == null ? null : highest - first(values);
  }

  /** The largest value at or before a moment; null without one. */
  static @Nullable Long highest(List<Sample> values, Instant until) {
    return values.stream()
        .filter(v -> !v.at().isAfter(until))
        .map(Sample::value)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The earliest value; of several at one moment the largest, which is the maximum by then. */
  private static long first(List<Sample> values) {
    Instant earliest = values.stream().map(Sample::at).min(Comparator.naturalOrder()).orElseThrow();
    return required(highest(values, earliest));
  }

  private static long required(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
