package io.liveroom.benchmarks.stage;

import io.liveroom.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has got with the observed topics, by its commits. */
public final class GroupProgress implements AutoCloseable {

  private final Admin admin;
  private final String group;
  private final List<String> inputs; // topics that must be read

  GroupProgress(String bootstrapServers, Topics topics, String group) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.group = group;
    this.inputs = List.of(topics.chat().name(), topics.room().name(), topics.promotions().name());
  }

  /** Records that the group has read, and has still to read. */
  public record Progress(long read, long left) {}

  public Progress now() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long read = 0;
    long left = 0;
    for (Map.Entry<TopicPartition, Long> end : ends().entrySet()) {
      OffsetAndMetadata at = offsets.get(end.getKey());
      read += at == null ? 0 : at.offset();
      left += end.getValue() - (at == null ? 0 : at.offset());
    }
    return new Progress(read, left);
  }

  private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    admin
        .describeTopics(inputs)
        .allTopicNames()
        .get()
        .forEach(
            (topic, description) ->
                description
                    .partitions()
                    .forEach(
                        each ->
                            wanted.put(
                                new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((each, end) -> ends.put(each, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    admin.close();
  }
}
