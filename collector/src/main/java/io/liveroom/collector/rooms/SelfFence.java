package io.liveroom.collector.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Whether this worker is of no use where it stands: the platform gives it nothing, and gives to
 * others. Then its rooms are better off with those. An outage of the platform itself fences nobody.
 * Pure.
 *
 * @param after how long nothing usable must have come
 */
record SelfFence(Duration after) {

  private static final Duration FRESH = Duration.ofSeconds(15);

  /**
   * @param since when this worker got the rooms it has; the epoch where it has none
   * @param goodAt when the platform last gave it something
   * @param others marks of the other workers
   */
  boolean isUseless(Instant now, Instant since, Instant goodAt, Collection<PartitionMark> others) {
    if (since.equals(Instant.EPOCH)) {
      return false;
    }
    Instant last = goodAt.isAfter(since) ? goodAt : since;
    boolean isLong = Duration.between(last, now).compareTo(after) > 0;
    Instant fresh = now.minus(FRESH);
    return isLong && others.stream().anyMatch(mark -> mark.goodAt().isAfter(fresh));
  }
}
