package io.liveroom.collector.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * This worker's share of the token's budget: the weight of its rooms in the weight of all. A
 * smaller share counts at once, a larger one only when the others have had time to see it too, so
 * that all workers together never take more than the whole.
 *
 * <p>In other words, the smallest share of the last few seconds. Not safe for several threads.
 */
final class BudgetShare {

  private final Duration settling;
  private final Deque<Sample> samples = new ArrayDeque<>(); // oldest first, shares growing

  private record Sample(Instant at, double share) {}

  /**
   * @param settling how long all workers need to see a change
   */
  BudgetShare(Duration settling) {
    this.settling = settling;
  }

  /**
   * The share now.
   *
   * @param mine weight of this worker's rooms
   * @param all weight of all rooms
   */
  double update(Instant now, long mine, long all) {
    double share = all <= 0 ? 0 : Math.min(1, (double) mine / all);
    while (!samples.isEmpty() && samples.getLast().share() >= share) {
      samples.removeLast();
    }
    samples.addLast(new Sample(now, share));
    while (samples.getFirst().at().isBefore(now.minus(settling))) {
      samples.removeFirst();
    }
    return samples.getFirst().share();
  }
}
