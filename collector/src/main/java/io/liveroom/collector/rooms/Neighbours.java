package io.liveroom.collector.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one worker knows of all workers, by their marks. By the watchlist's thread only. */
final class Neighbours {

  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(10); // a mark is set once a second

  private final PartitionMarks marks;
  private final String worker;
  private Map<Integer, PartitionMark> known = Map.of();

  Neighbours(PartitionMarks marks, String worker) {
    this.marks = marks;
    this.worker = worker;
  }

  /** Reads the marks anew; what was known stays where that fails. */
  boolean read() throws InterruptedException {
    try {
      known = marks.read(LIMIT);
      return true;
    } catch (ExecutionException | TimeoutException failure) {
      LOG.debug("the marks of others can't be read", failure);
      return false;
    }
  }

  /** By partition, those of this worker included. */
  Map<Integer, PartitionMark> marks() {
    return known;
  }

  Collection<PartitionMark> others() {
    return known.values().stream().filter(mark -> !mark.worker().equals(worker)).toList();
  }

  /**
   * Weight of all rooms. Where nobody has said yet what a partition weighs, it is taken to weigh as
   * much as the rest does on average.
   *
   * @param mine by partition, of what this worker holds
   * @param partitions of the watchlist
   */
  long weight(Map<Integer, Long> mine, int partitions) {
    Map<Integer, Long> weights = new HashMap<>();
    known.forEach((partition, mark) -> weights.put(partition, mark.weight()));
    weights.putAll(mine);
    if (weights.isEmpty()) {
      return 0;
    }
    long sum = weights.values().stream().mapToLong(Long::longValue).sum();
    long silent = Math.max(0, partitions - weights.size());
    return sum + silent * sum / weights.size();
  }

  /**
   * How many partitions no worker has marked as seen lately.
   *
   * @param partitions of the watchlist
   */
  int unheld(Instant now, int partitions) {
    return unheld(known.values(), now, partitions);
  }

  static int unheld(Collection<PartitionMark> marks, Instant now, int partitions) {
    Instant since = now.minus(FRESH);
    long seen = marks.stream().filter(mark -> mark.seenUntil().isAfter(since)).count();
    return Math.max(0, partitions - (int) seen);
  }

  /** Whether any other worker could take over from this one, which has left. */
  boolean hasHeirs() throws InterruptedException {
    try {
      return marks.hasWorkers(LIMIT);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.debug("the group of workers can't be described", failure);
      return false;
    }
  }

  /** Says of partitions nobody took over that they were seen until now. */
  void farewell(Collection<Integer> partitions, Instant now) throws InterruptedException {
    Map<Integer, PartitionMark> last = new HashMap<>();
    for (int partition : partitions) {
      PartitionMark mark = known.get(partition);
      if (mark != null && mark.worker().equals(worker)) {
        last.put(partition, mark.until(now));
      }
    }
    try {
      marks.set(last, LIMIT);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.debug("the last marks are not set", failure);
    }
  }
}
