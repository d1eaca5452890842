package io.liveroom.simulator.world;

import java.util.HashMap;
import java.util.Map;

/** What the platform counts in one room so far. */
final class Counters {
  /** People in the room now; a fraction, so that slow change adds up. */
  double online;

  double totalViewers;
  long follows;
  long likes;
  long diamonds;

  /** Gifts really given, combos once. */
  long gifts;

  /** Diamonds by viewer's number. */
  final Map<Integer, Long> givers = new HashMap<>();

  void given(int viewer, long count, long value) {
    gifts += count;
    diamonds += value;
    givers.merge(viewer, value, Long::sum);
  }

  int viewers() {
    return Math.max(1, (int) totalViewers);
  }
}
