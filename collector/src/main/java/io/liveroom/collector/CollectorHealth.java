package io.liveroom.collector;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a collector is.
 *
 * @param isReady it has read its share of the watchlist
 * @param rooms how many rooms it watches
 * @param troubles what is wrong, with a sentence each; empty where nothing is
 * @param standstill how long ago each of its loops turned, by name
 */
public record CollectorHealth(
    boolean isReady, int rooms, Map<Trouble, String> troubles, Map<String, Duration> standstill) {

  public CollectorHealth {
    Map<Trouble, String> sorted = new EnumMap<>(Trouble.class);
    sorted.putAll(troubles);
    troubles = Collections.unmodifiableMap(sorted);
  }

  public boolean isWell() {
    return isReady && troubles.isEmpty();
  }
}
