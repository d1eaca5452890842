package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cumulative counter read as a running maximum, and its growth in each window.
 *
 * <p>A value at time t is in the window with start < t ≤ end, so of each window only the first
 * value and the largest matter; what lies before the open windows is one number.
 */
public final class CounterWindows {

  private final long size; // of a window, milliseconds
  private final TreeMap<Long, Bucket> buckets = new TreeMap<>(); // by window end
  private long settledEnd = Long.MIN_VALUE; // windows ending here or earlier are in settledMax
  private @Nullable Long settledMax;

  public CounterWindows(long size) {
    this.size = size;
  }

  public void add(long time, long value) {
    long end = -Math.floorDiv(-time, size) * size;
    if (end <= settledEnd) {
      settledMax = larger(settledMax, value);
    } else {
      buckets.merge(end, new Bucket(time, value, value), Bucket::and);
    }
  }

  /** Growth in the window that ends here; null when it holds no value. */
  public @Nullable Long growth(long windowEnd) {
    Bucket bucket = buckets.get(windowEnd);
    if (bucket == null) {
      return null;
    }
    Long before = settledMax;
    for (Bucket earlier : buckets.headMap(windowEnd).values()) {
      before = larger(before, earlier.max);
    }
    return before == null
        ? Long.valueOf(bucket.max - bucket.first)
        : Long.valueOf(Math.max(0, bucket.max - before));
  }

  /** Forgets the detail of windows that end here or earlier: they are closed. */
  public void settle(long end) {
    settledEnd = Math.max(settledEnd, end);
    Map<Long, Bucket> closed = buckets.headMap(end, true);
    for (Bucket bucket : closed.values()) {
      settledMax = larger(settledMax, bucket.max);
    }
    closed.clear();
  }

  public void write(StateWriter out) {
    out.optionalNumber(settledEnd == Long.MIN_VALUE ? null : Long.valueOf(settledEnd));
    out.optionalNumber(settledMax);
    out.each(
        buckets.entrySet(),
        entry -> {
          Bucket bucket = entry.getValue();
          out.number(entry.getKey()).number(entry.getKey() - bucket.firstTime);
          out.number(bucket.first).number(bucket.max - bucket.first);
        });
  }

  public static CounterWindows read(StateReader in, long size) {
    CounterWindows counter = new CounterWindows(size);
    Long settled = in.optionalNumber();
    counter.settledEnd = settled == null ? Long.MIN_VALUE : settled;
    counter.settledMax = in.optionalNumber();
    for (int left = in.count(); left > 0; left--) {
      long end = in.number();
      long firstTime = end - in.number();
      long first = in.number();
      counter.buckets.put(end, new Bucket(firstTime, first, first + in.number()));
    }
    return counter;
  }

  private static Long larger(@Nullable Long one, long other) {
    return one == null ? other : Math.max(one, other);
  }

  /** The values of one window; of several at its first time, the largest is first. */
  private record Bucket(long firstTime, long first, long max) {

    Bucket and(Bucket other) {
      long both = Math.max(max, other.max);
      if (firstTime == other.firstTime) {
        return new Bucket(firstTime, Math.max(first, other.first), both);
      }
      Bucket earlier = firstTime < other.firstTime ? this : other;
      return new Bucket(earlier.firstTime, earlier.first, both);
    }
  }
}
