package io.liveroom.processor.figures;

import io.liveroom.derived.OnlineTrend;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The online trend: least-squares slope in people per minute, and its reading.
 *
 * @param slope null with fewer than 3 samples or no spread in time
 */
public record Trend(@Nullable Double slope, OnlineTrend reading) {

  private static final Trend UNKNOWN = new Trend(null, OnlineTrend.UNKNOWN);
  private static final int FEWEST_SAMPLES = 3;
  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double STEADY_BAND = 0.02; // of the mean, per minute

  /** The trend of samples by time in milliseconds. */
  static Trend of(NavigableMap<Long, Long> samples) {
    if (samples.size() < FEWEST_SAMPLES) {
      return UNKNOWN;
    }
    long origin = samples.firstKey();
    double meanTime = samples.keySet().stream().mapToLong(t -> t - origin).average().orElseThrow();
    double mean = samples.values().stream().mapToLong(Long::longValue).average().orElseThrow();
    double spread = 0;
    double together = 0;
    for (Map.Entry<Long, Long> sample : samples.entrySet()) {
      double minutes = (sample.getKey() - origin - meanTime) / MILLIS_PER_MINUTE;
      spread += minutes * minutes;
      together += minutes * (sample.getValue() - mean);
    }
    return spread == 0 ? UNKNOWN : reading(together / spread, mean);
  }

  private static Trend reading(double slope, double mean) {
    double relative = mean == 0 ? 0 : slope / mean;
    if (relative > STEADY_BAND) {
      return new Trend(slope, OnlineTrend.RISING);
    }
    return new Trend(slope, relative < -STEADY_BAND ? OnlineTrend.FALLING : OnlineTrend.STEADY);
  }
}
