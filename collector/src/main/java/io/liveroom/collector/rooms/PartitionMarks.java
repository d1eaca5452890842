package io.liveroom.collector.rooms;

import io.liveroom.schemas.Topics;
import java.time.Duration;
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
