package io.liveroom.cli.doctor;

import io.liveroom.cli.topics.TopicAdmin;
import io.liveroom.cli.topics.TopicStep;
import io.liveroom.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Compares the topics with the catalogue, and looks at how safely they are kept. */
public final class TopicsCheck implements Check {

  private final Supplier<Admin> admins;
  private final Topics topics;
  private final int partitions;
  private final int replication;

  /**
   * @param partitions of every topic, as the settings want it
   */
  public TopicsCheck(Supplier<Admin> admins, Topics topics, int partitions, int replication) {
    this.admins = admins;
    this.topics = topics;
    this.partitions = partitions;
    this.replication = replication;
  }

  @Override
  public Area area() {
    return Area.TOPICS;
  }

  @Override
  public List<Finding> run() throws ExecutionException, InterruptedException {
    try (Admin admin = admins.get()) {
      List<TopicStep> steps = new TopicAdmin(admin, topics, partitions, replication).compare();
      List<Finding> findings = new ArrayList<>(differences(steps));
      if (findings.isEmpty()) {
        findings.add(
            Finding.ok(
                Area.TOPICS,
                "all %d as in the catalogue, %d partitions each"
                    .formatted(steps.size(), partitions)));
      }
      List<String> present =
          steps.stream()
              .filter(step -> !(step instanceof TopicStep.Create))
              .map(step -> step.topic().name())
              .toList();
      findings.addAll(copies(admin, present));
      return findings;
    }
  }

  private static List<Finding> differences(List<TopicStep> steps) {
    return steps.stream()
        .filter(step -> !(step instanceof TopicStep.Keep))
        .map(
            step ->
                Finding.wrong(
                    Area.TOPICS,
                    step.line(),
                    step instanceof TopicStep.Conflict ? "" : "./liveroom topics apply"))
        .toList();
  }

  private static List<Finding> copies(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    if (names.isEmpty()) {
      return List.of();
    }
    Collection<TopicDescription> described =
        admin.describeTopics(names).allTopicNames().get().values();
    int fewest = described.stream().mapToInt(TopicsCheck::copies).min().orElse(0);
    long behind = described.stream().filter(TopicsCheck::isBehind).count();
    List<Finding> findings = new ArrayList<>();
    if (behind > 0) {
      findings.add(
          Finding.wrong(
              Area.BROKER,
              behind + " topics have copies that are not in sync",
              "see which broker is down or slow"));
    }
    findings.add(safety(fewest, mostInSync(admin, names)));
    return findings;
  }

  private static Finding safety(int copies, int inSync) {
    String words = "copies of a record: %d, of which %d must be written".formatted(copies, inSync);
    if (copies == 1) {
      return Finding.ok(Area.BROKER, words + ": good for one machine, not for production");
    }
    if (inSync >= copies) {
      return Finding.warning(
          Area.BROKER,
          words + ": one broker down and nothing can be written",
          "set min.insync.replicas to " + (copies - 1));
    }
    return inSync == 1
        ? Finding.warning(
            Area.BROKER,
            words + ": a record can be lost with one broker",
            "set min.insync.replicas to 2")
        : Finding.ok(Area.BROKER, words);
  }

  private static int mostInSync(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    return admin.describeConfigs(resources).all().get().values().stream()
        .mapToInt(TopicsCheck::inSync)
        .max()
        .orElse(1);
  }

  private static int inSync(Config config) {
    String value = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value();
    return Integer.parseInt(value);
  }

  private static int copies(TopicDescription topic) {
    return topic.partitions().stream().mapToInt(one -> one.replicas().size()).min().orElse(0);
  }

  private static boolean isBehind(TopicDescription topic) {
    return topic.partitions().stream().anyMatch(one -> one.isr().size() < one.replicas().size());
  }
}
