package io.liveroom.benchmarks.trial;

import java.util.List;
import java.util.Optional;

/** Percentiles by nearest rank: always one of the values seen. */
final class Percentile {

  private Percentile() {}

  /**
   * The smallest value that a share of all does not exceed; empty where there is none.
   *
   * @param sorted the smallest first
   * @param share 0 to 1
   */
  static <T> Optional<T> of(List<T> sorted, double share) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)));
  }
}
