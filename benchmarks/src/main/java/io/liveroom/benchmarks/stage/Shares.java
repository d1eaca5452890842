package io.liveroom.benchmarks.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Which worker has which partition of the watchlist, as the group's coordinator says.
 *
 * @param workers each partition's worker
 * @param partitions of the topic
 */
public record Shares(Map<Integer, String> workers, int partitions) {

  static Shares of(Admin admin, String group, int partitions)
      throws ExecutionException, InterruptedException {
    ConsumerGroupDescription described =
        admin.describeConsumerGroups(Set.of(group)).all().get().values().iterator().next();
    Map<Integer, String> workers = new HashMap<>();
    for (MemberDescription member : described.members()) {
      for (TopicPartition partition : member.assignment().topicPartitions()) {
        workers.put(partition.partition(), member.groupInstanceId().orElse(member.clientId()));
      }
    }
    return new Shares(Map.copyOf(workers), partitions);
  }

  /** Whether every partition has a worker. */
  public boolean isWhole() {
    return workers.size() == partitions;
  }

  /** How many workers have any. */
  public int size() {
    return new HashSet<>(workers.values()).size();
  }

  /** Partitions that another worker has now. */
  public Set<Integer> movedTo(Shares later) {
    Set<Integer> moved = new HashSet<>();
    for (Map.Entry<Integer, String> each : workers.entrySet()) {
      if (!each.getValue().equals(later.workers().get(each.getKey()))) {
        moved.add(each.getKey());
      }
    }
    return moved;
  }

  /** Whose partition a room is in: the producer's rule for keys. */
  public int partitionOf(String roomId) {
    return Utils.toPositive(Utils.murmur2(roomId.getBytes(UTF_8))) % partitions;
  }
}
