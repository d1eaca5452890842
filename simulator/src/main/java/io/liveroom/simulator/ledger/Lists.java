package io.liveroom.simulator.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads of fact lists in which a value may be missing. */
final class Lists {
  private Lists() {}

  /** The values that are there. */
  static <T, V> List<V> known(List<T> facts, Function<T, @Nullable V> reading) {
    List<V> values = new ArrayList<>();
    for (T fact : facts) {
      V value = reading.apply(fact);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** A counter of the snapshots, where it was shown. */
  static List<Sample> counter(
      List<SnapshotFact> snapshots, Function<SnapshotFact, @Nullable Long> reading) {
    List<Sample> samples = new ArrayList<>();
    for (SnapshotFact snapshot : snapshots) {
      Long value = reading.apply(snapshot);
      if (value != null) {
        samples.add(new Sample(snapshot.eventTime(), value));
      }
    }
    return samples;
  }

  /** Like totals of some snapshots and of all messages. */
  static List<Sample> likeTotals(List<SnapshotFact> snapshots, List<ChatFact> chat) {
    List<Sample> totals = counter(snapshots, snapshot -> snapshot.shown().likes());
    for (ChatFact fact : chat) {
      Long total = fact.likeTotal();
      if (total != null) {
        totals.add(new Sample(fact.eventTime(), total));
      }
    }
    return totals;
  }

  /** A part of a whole; null where the whole is nothing or either is unknown. */
  static @Nullable Double rate(@Nullable Long part, @Nullable Long whole) {
    return part == null || whole == null || whole == 0
        ? null
        : Double.valueOf((double) part / whole);
  }
}
