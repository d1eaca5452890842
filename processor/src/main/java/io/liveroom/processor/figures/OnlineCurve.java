package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Samples of the online figure, joined by straight lines where they are no further apart than the
 * largest gap. Of two samples at the same time the larger counts.
 */
public final class OnlineCurve {

  private final TreeMap<Long, Long> samples = new TreeMap<>(); // by time, milliseconds

  public void add(long time, long online) {
    samples.merge(time, online, Math::max);
  }

  /** The figures of [start, end). */
  public OnlineFigures within(long start, long end, Duration maxGap) {
    NavigableMap<Long, Long> inside = samples.subMap(start, true, end, false);
    Area area = area(start, end, maxGap.toMillis());
    return new OnlineFigures(
        inside.isEmpty() ? null : inside.lastEntry().getValue(),
        inside.values().stream().min(Long::compare).orElse(null),
        inside.values().stream().max(Long::compare).orElse(null),
        area.covered == 0 ? null : Double.valueOf(area.integral / area.covered),
        (double) area.covered / (end - start));
  }

  /** The trend of the samples with end − span < time ≤ end. */
  public Trend trend(long end, Duration span) {
    return Trend.of(samples.subMap(end - span.toMillis(), false, end, true));
  }

  /** Forgets the samples before a time. */
  public void forgetBefore(long time) {
    samples.headMap(time, false).clear();
  }

  NavigableMap<Long, Long> samples() {
    return samples;
  }

  private Area area(long start, long end, long maxGap) {
    double integral = 0;
    long covered = 0;
    Map.Entry<Long, Long> left = samples.floorEntry(start);
    for (Map.Entry<Long, Long> right : samples.tailMap(start, false).entrySet()) {
      if (left != null && right.getKey() - left.getKey() <= maxGap) {
        long from = Math.max(start, left.getKey());
        long to = Math.min(end, right.getKey());
        integral += (at(from, left, right) + at(to, left, right)) / 2 * (to - from);
        covered += to - from;
      }
      if (right.getKey() >= end) {
        break;
      }
      left = right;
    }
    return new Area(integral, covered);
  }

  private static double at(long time, Map.Entry<Long, Long> left, Map.Entry<Long, Long> right) {
    double along = (double) (time - left.getKey()) / (right.getKey() - left.getKey());
    return left.getValue() + along * (right.getValue() - left.getValue());
  }

  public void write(StateWriter out) {
    long[] before = new long[2]; // time and value, so that neighbours are written as differences
    out.each(
        samples.entrySet(),
        sample -> {
          out.number(sample.getKey() - before[0]).number(sample.getValue() - before[1]);
          before[0] = sample.getKey();
          before[1] = sample.getValue();
        });
  }

  public static OnlineCurve read(StateReader in) {
    OnlineCurve curve = new OnlineCurve();
    long time = 0;
    long online = 0;
    for (int left = in.count(); left > 0; left--) {
      time += in.number();
      online += in.number();
      curve.samples.put(time, online);
    }
    return curve;
  }

  /** First sample's time; null when there is none. */
  public @Nullable Long firstTime() {
    return samples.isEmpty() ? null : samples.firstKey();
  }

  private record Area(double integral, long covered) {}
}
