package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The online figure over a whole broadcast: the recent samples as a curve, in which late ones still
 * find their place, and everything before them as sums.
 */
public final class OnlineHistory {

  private OnlineCurve recent = new OnlineCurve();
  private Sums settled = Sums.NONE;

  public void add(long time, long online) {
    if (settled.last == null || time > settled.last.time) {
      recent.add(time, online);
    } else {
      settled = settled.withStray(new Sample(time, online));
    }
  }

  /** Sums up the samples before a time. */
  public void settle(long before, Duration maxGap) {
    Iterator<Map.Entry<Long, Long>> old =
        recent.samples().headMap(before, false).entrySet().iterator();
    while (old.hasNext()) {
      Map.Entry<Long, Long> sample = old.next();
      settled = settled.with(new Sample(sample.getKey(), sample.getValue()), maxGap);
      old.remove();
    }
  }

  /** Everything so far. */
  public Sums sums(Duration maxGap) {
    Sums all = settled;
    for (Map.Entry<Long, Long> sample : recent.samples().entrySet()) {
      all = all.with(new Sample(sample.getKey(), sample.getValue()), maxGap);
    }
    return all;
  }

  /** The trend at the last sample. */
  public Trend trend(Duration span) {
    return recent.samples().isEmpty()
        ? Trend.of(recent.samples())
        : recent.trend(recent.samples().lastKey(), span);
  }

  public void write(StateWriter out) {
    recent.write(out);
    settled.write(out);
  }

  public static OnlineHistory read(StateReader in) {
    OnlineHistory history = new OnlineHistory();
    history.recent = OnlineCurve.read(in);
    history.settled = Sums.read(in);
    return history;
  }

  /** One measurement. */
  public record Sample(long time, long online) {

    void write(StateWriter out) {
      out.number(time).number(online);
    }

    static Sample read(StateReader in) {
      return new Sample(in.number(), in.number());
    }
  }

  /**
   * Samples summed up, taken in the order of their time.
   *
   * @param first null, like the other samples, when there is none
   * @param peak the largest, the earliest of several
   * @param doubleArea twice the integral in person-milliseconds, which is a whole number
   * @param covered milliseconds
   */
  public record Sums(
      @Nullable Sample first,
      @Nullable Sample last,
      @Nullable Sample peak,
      @Nullable Sample lowest,
      long doubleArea,
      long covered) {

    static final Sums NONE = new Sums(null, null, null, null, 0, 0);

    Sums with(Sample next, Duration maxGap) {
      boolean joined = last != null && next.time - last.time <= maxGap.toMillis();
      long stretch = joined && last != null ? next.time - last.time : 0;
      long area = joined && last != null ? (next.online + last.online) * stretch : 0;
      return new Sums(
          first == null ? next : first,
          next,
          peak == null || next.online > peak.online ? next : peak,
          lowest == null || next.online < lowest.online ? next : lowest,
          doubleArea + area,
          covered + stretch);
    }

    /** A sample too late for the integral still counts among the extremes. */
    Sums withStray(Sample stray) {
      boolean higher =
          peak == null
              || stray.online > peak.online
              || (stray.online == peak.online && stray.time < peak.time);
      return new Sums(
          first == null || stray.time < first.time ? stray : first,
          last,
          higher ? stray : peak,
          lowest == null || stray.online < lowest.online ? stray : lowest,
          doubleArea,
          covered);
    }

    /** Person-seconds over covered time; null when nothing is covered. */
    public @Nullable Double viewerSeconds() {
      return covered == 0 ? null : Double.valueOf(doubleArea / 2000.0);
    }

    public @Nullable Double coveredSeconds() {
      return first == null ? null : Double.valueOf(covered / 1000.0);
    }

    public @Nullable Double average() {
      return covered == 0 ? null : Double.valueOf(doubleArea / 2.0 / covered);
    }

    /** Covered part of the time between the first and the last sample. */
    public @Nullable Double coverage() {
      return first == null || last == null || last.time <= first.time
          ? null
          : Double.valueOf((double) covered / (last.time - first.time));
    }

    void write(StateWriter out) {
      out.flag(first != null && last != null && peak != null && lowest != null);
      if (first != null && last != null && peak != null && lowest != null) {
        first.write(out);
        last.write(out);
        peak.write(out);
        lowest.write(out);
        out.number(doubleArea).number(covered);
      }
    }

    static Sums read(StateReader in) {
      return in.flag()
          ? new Sums(
              Sample.read(in),
              Sample.read(in),
              Sample.read(in),
              Sample.read(in),
              in.number(),
              in.number())
          : NONE;
    }
  }
}
