package io.liveroom.alerting;

import io.liveroom.derived.Alert;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What was read and not yet taken by the receiver, by partition. One thread's. */
final class Backlog {

  /**
   * What was read of a partition at once.
   *
   * @param end offset after all of it
   */
  private record Read(Deque<AlertBatch> batches, long end) {}

  private final Map<TopicPartition, Read> byPartition = new LinkedHashMap<>();

  /** Takes what was read. Nothing more of these partitions may be read until it is gone. */
  void add(ConsumerRecords<String, Alert> records) {
    for (TopicPartition partition : records.partitions()) {
      var read = records.records(partition);
      long end = read.get(read.size() - 1).offset() + 1;
      byPartition.put(partition, new Read(new ArrayDeque<>(AlertBatch.of(read)), end));
    }
  }

  void forget(Collection<TopicPartition> partitions) {
    byPartition.keySet().removeAll(partitions);
  }

  boolean isEmpty() {
    return byPartition.isEmpty();
  }

  Optional<TopicPartition> next() {
    return byPartition.keySet().stream().findFirst();
  }

  /** The oldest batch of a partition; empty where what was read holds nothing to tell. */
  Optional<AlertBatch> oldest(TopicPartition partition) {
    Read read = byPartition.get(partition);
    return read == null ? Optional.empty() : Optional.ofNullable(read.batches.peek());
  }

  /** When what waits for longest came about; empty where nothing waits. */
  Optional<Instant> waitingSince() {
    return byPartition.values().stream()
        .flatMap(read -> read.batches.stream())
        .map(AlertBatch::firstTime)
        .min(Instant::compareTo);
  }

  /**
   * The oldest batch has been taken. Returns the offset from which on something may not have been:
   * batches interleave, so it moves on only as far as no batch before it is left.
   */
  long taken(TopicPartition partition) {
    Read read = byPartition.get(partition);
    if (read == null) {
      throw new IllegalStateException(partition + " has no backlog");
    }
    read.batches.poll();
    if (read.batches.isEmpty()) {
      byPartition.remove(partition);
      return read.end;
    }
    return read.batches.stream().mapToLong(AlertBatch::firstOffset).min().orElse(read.end);
  }

  boolean holds(TopicPartition partition) {
    return byPartition.containsKey(partition);
  }
}
