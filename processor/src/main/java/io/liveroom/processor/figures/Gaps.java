package io.liveroom.processor.figures;

import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.GapCause;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stretches of a room that were not seen, each moment once: gaps that two workers tell of the
 * same time are one.
 */
public final class Gaps {

  private static final int MOST = 1024; // stretches kept apart; the older half is then summed up
  private static final long MILLIS_PER_SECOND = 1000;

  private final TreeMap<Long, Long> stretches = new TreeMap<>(); // from, to; apart from each other
  private long summedBefore = Long.MIN_VALUE; // what is before is in summed
  private long summed; // milliseconds
  private final TreeMap<Long, Long> reconnects = new TreeMap<>(); // how many, by time
  private long summedReconnects;

  /** Takes a gap, in whatever order they come. */
  public void add(CollectionGap gap) {
    long to = gap.getGapTo().toEpochMilli();
    add(gap.getGapFrom().toEpochMilli(), to);
    if (isOfLostConnection(gap.getCause())) {
      if (to <= summedBefore) {
        summedReconnects++;
      } else {
        reconnects.merge(to, 1L, Long::sum);
      }
    }
  }

  /** The room was connected, and is once more when such a gap is over. */
  private static boolean isOfLostConnection(GapCause cause) {
    return switch (cause) {
      case SOCKET_DOWN, SILENT_SOCKET, WORKER_DOWN, KAFKA_DOWN -> true;
      case THROTTLED, PLATFORM_ERROR, TOKEN_REFUSED, UNKNOWN -> false;
    };
  }

  /** Seconds of [start, end) that were not seen. */
  public long seconds(long start, long end) {
    return start >= end ? 0 : rounded(millis(start, end));
  }

  /** Seconds before a time that were not seen. */
  public long secondsBefore(long end) {
    return rounded(summed + millis(Long.MIN_VALUE, end));
  }

  /** Connections made in [start, end) in place of lost ones. */
  public long reconnects(long start, long end) {
    return start >= end ? 0 : sum(reconnects.subMap(start, end));
  }

  /** Connections made before a time in place of lost ones. */
  public long reconnectsBefore(long end) {
    return summedReconnects + sum(reconnects.headMap(end));
  }

  public boolean isEmpty() {
    return stretches.isEmpty() && reconnects.isEmpty();
  }

  /** Forgets what is before a time. */
  public void forgetBefore(long time) {
    while (!stretches.isEmpty() && stretches.firstEntry().getValue() <= time) {
      stretches.pollFirstEntry();
    }
    reconnects.headMap(time).clear();
  }

  public void write(StateWriter out) {
    out.optionalNumber(summedBefore == Long.MIN_VALUE ? null : Long.valueOf(summedBefore));
    out.number(summed);
    out.each(
        stretches.entrySet(),
        stretch -> out.number(stretch.getKey()).number(stretch.getValue() - stretch.getKey()));
    out.number(summedReconnects);
    out.each(reconnects.entrySet(), at -> out.number(at.getKey()).number(at.getValue()));
  }

  public static Gaps read(StateReader in) {
    Gaps gaps = new Gaps();
    Long before = in.optionalNumber();
    gaps.summedBefore = before == null ? Long.MIN_VALUE : before;
    gaps.summed = in.number();
    for (int left = in.count(); left > 0; left--) {
      long from = in.number();
      gaps.stretches.put(from, from + in.number());
    }
    gaps.summedReconnects = in.number();
    for (int left = in.count(); left > 0; left--) {
      gaps.reconnects.put(in.number(), in.number());
    }
    return gaps;
  }

  private void add(long from, long to) {
    long start = Math.max(from, summedBefore);
    long end = to;
    if (start >= end) {
      return;
    }
    Map.Entry<Long, Long> before = stretches.floorEntry(start);
    if (before != null && before.getValue() >= start) {
      start = before.getKey();
    }
    Map<Long, Long> met = stretches.subMap(start, true, end, true);
    for (long metEnd : met.values()) {
      end = Math.max(end, metEnd);
    }
    met.clear();
    stretches.put(start, end);
    if (stretches.size() > MOST) {
      sumUpOlderHalf();
    }
  }

  private long millis(long start, long end) {
    long millis = 0;
    Long first = stretches.floorKey(start);
    for (Map.Entry<Long, Long> stretch :
        stretches.subMap(first == null ? start : first, true, end, false).entrySet()) {
      long from = Math.max(start, stretch.getKey());
      millis += Math.max(0, Math.min(end, stretch.getValue()) - from);
    }
    return millis;
  }

  private void sumUpOlderHalf() {
    List<Map.Entry<Long, Long>> older = new ArrayList<>();
    stretches.entrySet().stream().limit(MOST / 2).forEach(older::add);
    for (Map.Entry<Long, Long> stretch : older) {
      summed += stretch.getValue() - stretch.getKey();
      summedBefore = stretch.getValue();
    }
    stretches.headMap(summedBefore).clear();
    Map<Long, Long> olderReconnects = reconnects.headMap(summedBefore, true);
    summedReconnects += sum(olderReconnects);
    olderReconnects.clear();
  }

  private static long sum(Map<Long, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      sum += count;
    }
    return sum;
  }

  private static long rounded(long millis) {
    return (millis + MILLIS_PER_SECOND / 2) / MILLIS_PER_SECOND;
  }
}
