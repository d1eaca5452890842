package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The online figure of one room: its samples, and what lies between them. */
final class OnlineFigures {
  private static final double RISING = 0.02;

  private final List<Sample> samples;
  private final FigureRules rules;

  OnlineFigures(RoomFacts facts, FigureRules rules) {
    this.samples = samples(facts);
    this.rules = rules;
  }

  /** All samples in the order of time; of two at once the larger. */
  private static List<Sample> samples(RoomFacts facts) {
    Map<Instant, Long> byTime = new TreeMap<>();
    for (SnapshotFact snapshot : facts.snapshots()) {
      Long online = snapshot.shown().online();
      if (snapshot.isLive() && online != null) {
        byTime.merge(snapshot.eventTime(), online, Math::max);
      }
    }
    for (ChatFact fact : facts.chat()) {
      Long online = fact.online();
      if (fact.kind() == Content.Kind.ONLINE && online != null && !fact.onlineIsLowerBound()) {
        byTime.merge(fact.eventTime(), online, Math::max);
      }
    }
    List<Sample> samples = new ArrayList<>();
    byTime.forEach((at, value) -> samples.add(new Sample(at, value)));
    return samples;
  }

  List<Sample> all() {
    return samples;
  }

  List<Sample> within(Instant start, Instant end) {
    return samples.stream().filter(s -> !s.at().isBefore(start) && s.at().isBefore(end)).toList();
  }

  /** The time between start and end that lies between two samples near enough. */
  double coveredSeconds(Instant start, Instant end) {
    double covered = 0;
    for (int i = 1; i < samples.size(); i++) {
      covered += Math.max(0, overlapSeconds(samples.get(i - 1), samples.get(i), start, end));
    }
    return covered;
  }

  /** The area under the straight lines between start and end, person-seconds. */
  double personSeconds(Instant start, Instant end) {
    double area = 0;
    for (int i = 1; i < samples.size(); i++) {
      Sample left = samples.get(i - 1);
      Sample right = samples.get(i);
      double seconds = overlapSeconds(left, right, start, end);
      if (seconds > 0) {
        double atFrom = onLine(left, right, later(left.at(), start));
        double atTo = onLine(left, right, earlier(right.at(), end));
        area += seconds * (atFrom + atTo) / 2;
      }
    }
    return area;
  }

  private double overlapSeconds(Sample left, Sample right, Instant start, Instant end) {
    if (Duration.between(left.at(), right.at()).compareTo(rules.maxGap()) > 0) {
      return 0;
    }
    return seconds(later(left.at(), start), earlier(right.at(), end));
  }

  private static double onLine(Sample left, Sample right, Instant at) {
    double share = seconds(left.at(), at) / seconds(left.at(), right.at());
    return left.value() + share * (right.value() - left.value());
  }

  /** People per minute by least squares over the trend span; null where nothing can be said. */
  @Nullable Double slope(Instant end) {
    List<Sample> recent = recent(end);
    double meanTime = recent.stream().mapToDouble(s -> minutes(s, end)).average().orElse(0);
    double meanValue = mean(recent);
    double spread = 0;
    double slant = 0;
    for (Sample sample : recent) {
      double time = minutes(sample, end) - meanTime;
      spread += time * time;
      slant += time * (sample.value() - meanValue);
    }
    return recent.size() < 3 || spread == 0 ? null : slant / spread;
  }

  /** What the slope says, next to the mean of the same samples. */
  Trend trend(Instant end) {
    Double slope = slope(end);
    if (slope == null) {
      return Trend.UNKNOWN;
    }
    double mean = mean(recent(end));
    double relative = mean == 0 ? 0 : slope / mean;
    if (relative > RISING) {
      return Trend.RISING;
    }
    return relative < -RISING ? Trend.FALLING : Trend.STEADY;
  }

  private List<Sample> recent(Instant end) {
    Instant from = end.minus(rules.trendSpan());
    return samples.stream().filter(s -> s.at().isAfter(from) && !s.at().isAfter(end)).toList();
  }

  private static double mean(List<Sample> samples) {
    return samples.stream().mapToLong(Sample::value).average().orElse(0);
  }

  private static double minutes(Sample sample, Instant end) {
    return seconds(end, sample.at()) / 60;
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
