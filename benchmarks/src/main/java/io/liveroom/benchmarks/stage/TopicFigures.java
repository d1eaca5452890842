package io.liveroom.benchmarks.stage;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records the topics hold: what the broker has really taken, by its own account. */
public final class TopicFigures implements AutoCloseable {

  private final Admin admin;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final int partitions;

  TopicFigures(String bootstrapServers, int partitions) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.partitions = partitions;
  }

  public Topics topics() {
    return topics;
  }

  /** Records written to a topic so far. */
  public long records(Topic<?> topic) throws ExecutionException, InterruptedException {
    return records(List.of(topic)).getOrDefault(topic.name(), 0L);
  }

  /** Records written so far, by topic. */
  public Map<String, Long> records(List<Topic<?>> wanted)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        wanted.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, partitions)
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
            .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
    Map<String, Long> sums = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(ends).all().get().entrySet()) {
      sums.merge(end.getKey().topic(), end.getValue().offset(), Long::sum);
    }
    return sums;
  }

  /** Bytes of an application's changelogs on the broker's disk. */
  public long changelogBytes(String applicationPrefix)
      throws ExecutionException, InterruptedException {
    List<Integer> brokers =
        admin.describeCluster().nodes().get().stream().map(node -> node.id()).toList();
    return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
        .flatMap(folders -> folders.values().stream())
        .flatMap(folder -> folder.replicaInfos().entrySet().stream())
        .filter(replica -> replica.getKey().topic().startsWith(applicationPrefix + '-'))
        .filter(replica -> replica.getKey().topic().endsWith("-changelog"))
        .mapToLong(replica -> replica.getValue().size())
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}
