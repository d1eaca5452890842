package io.liveroom.collector;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a collector is.
 *
 * @param isReady it has read its share of the watchlist
 * @param rooms how many rooms it watches
 * @param troubles what is wrong, one sentence each; empty where nothing is
 * @param standstill how long ago each of its loops turned, by name
 */
public record CollectorHealth(
    boolean isReady, int rooms, List<String> troubles, Map<String, Duration> standstill) {

  public boolean isWell() {
    return isReady && troubles.isEmpty();
  }
}
