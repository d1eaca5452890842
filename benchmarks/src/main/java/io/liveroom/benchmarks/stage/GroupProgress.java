package io.liveroom.benchmarks.stage;

import io.liveroom.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the processor's applications have got with the observed topics, by their commits. */
public final class GroupProgress implements AutoCloseable {

  private final Admin admin;
  private final String applicationId;
  private final Map<String, Set<String>> inputs; // topics that must be read, by application

  GroupProgress(String bootstrapServers, Topics topics, String applicationId) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.applicationId = applicationId;
    inputs =
        Map.of(
            applicationId + "-figures",
            Set.of(topics.chat().name(), topics.room().name(), topics.promotions().name()));
  }

  /** Records that the application with the most to do has still to read, and has read. */
  public record Progress(long read, long left) {}

  public Progress now() throws ExecutionException, InterruptedException {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed();
    Map<TopicPartition, Long> ends = ends();
    Progress worst = new Progress(Long.MAX_VALUE, 0);
    for (Map.Entry<String, Set<String>> application : inputs.entrySet()) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          committed.getOrDefault(application.getKey(), Map.of());
      long read = 0;
      long left = 0;
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        if (application.getValue().contains(end.getKey().topic())) {
          OffsetAndMetadata at = offsets.get(end.getKey());
          read += at == null ? 0 : at.offset();
          left += end.getValue() - (at == null ? 0 : at.offset());
        }
      }
      worst = read < worst.read() ? new Progress(read, left) : worst;
    }
    return worst;
  }

  /** The applications that commit at all. */
  public List<String> applications() throws ExecutionException, InterruptedException {
    return admin.listGroups().all().get().stream()
        .map(GroupListing::groupId)
        .filter(group -> group.startsWith(applicationId + '-'))
        .sorted()
        .toList();
  }

  private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed()
      throws ExecutionException, InterruptedException {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> all = new HashMap<>();
    for (String group : inputs.keySet()) {
      all.put(group, admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    }
    return all;
  }

  private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Set<String> topics = inputs.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    admin
        .describeTopics(topics)
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
