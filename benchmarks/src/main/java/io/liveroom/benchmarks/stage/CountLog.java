package io.liveroom.benchmarks.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * When a reader was told how many chat messages a room's session has. Counts that grow tell of each
 * message: the n-th can be seen from the first count of n or more on. Safe for several threads.
 */
public final class CountLog {

  private final Map<String, List<Told>> rooms = new HashMap<>(); // guarded by this

  /** A count, and when it was told by the wall clock in milliseconds. */
  private record Told(long count, long at) {}

  /** Notes a count; one that is no news is left out. */
  synchronized void told(String room, long count, long at) {
    List<Told> all = rooms.computeIfAbsent(room, any -> new ArrayList<>());
    if (all.isEmpty() || all.get(all.size() - 1).count < count) {
      all.add(new Told(count, at));
    }
  }

  /** When the n-th message of a room could be seen; empty while it cannot. */
  public synchronized OptionalLong seenAt(String room, long number) {
    List<Told> all = rooms.getOrDefault(room, List.of());
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).count < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < all.size() ? OptionalLong.of(all.get(low).at) : OptionalLong.empty();
  }

  /** The last count of a room; 0 where none was told. */
  public synchronized long last(String room) {
    List<Told> all = rooms.getOrDefault(room, List.of());
    return all.isEmpty() ? 0 : all.get(all.size() - 1).count;
  }
}
