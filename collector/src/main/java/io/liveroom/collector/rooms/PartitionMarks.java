package io.liveroom.collector.rooms;

import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Reads the marks of all workers of a deployment. Safe for all threads. */
public final class PartitionMarks {

  private final Admin admin;
  private final String topic;
  private final String group;

  public PartitionMarks(Admin admin, Topics topics) {
    this.admin = admin;
    this.topic = topics.watchlist().name();
    this.group = group(topics);
  }

  /** The consumer group of all collector workers of a deployment. */
  public static String group(Topics topics) {
    return topics.watchlist().name() + ".collector";
  }

  /** Whether any worker is in the group. */
  boolean hasWorkers(Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .describeConsumerGroups(List.of(group))
        .all()
        .get(limit.toMillis(), TimeUnit.MILLISECONDS)
        .values()
        .stream()
        .anyMatch(described -> !described.members().isEmpty());
  }

  /** Sets marks from outside of the group, which works while nobody is in it. */
  void set(Map<Integer, PartitionMark> marks, Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    marks.forEach(
        (partition, mark) ->
            offsets.put(
                new TopicPartition(topic, partition), new OffsetAndMetadata(0, mark.text())));
    admin
        .alterConsumerGroupOffsets(group, offsets)
        .all()
        .get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The last mark of every partition of the watchlist that has one, by number. */
  public Map<Integer, PartitionMark> read(Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
            .partitionsToOffsetAndMetadata(group)
            .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    Map<Integer, PartitionMark> marks = new TreeMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (offset != null && partition.topic().equals(topic)) {
            PartitionMark.parse(offset.metadata())
                .ifPresent(mark -> marks.put(partition.partition(), mark));
          }
        });
    return marks;
  }
}
