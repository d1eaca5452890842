package io.liveroom.collector;

import java.util.List;

/**
 * How a collector is.
 *
 * @param isReady it has read its share of the watchlist
 * @param rooms how many rooms it watches
 * @param troubles what is wrong, one sentence each; empty where nothing is
 */
public record CollectorHealth(boolean isReady, int rooms, List<String> troubles) {

  public boolean isWell() {
    return isReady && troubles.isEmpty();
  }
}
