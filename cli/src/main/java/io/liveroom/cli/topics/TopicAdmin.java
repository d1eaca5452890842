package io.liveroom.cli.topics;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Compares the catalogue with a broker and brings the broker in line. */
public final class TopicAdmin {

  private final Admin admin;
  private final TopicPlan plan;

  public TopicAdmin(Admin admin, Topics topics, int partitions, int replication) {
    this.admin = admin;
    plan = new TopicPlan(topics, partitions, replication);
  }

  /** What would have to be done; changes nothing. */
  public List<TopicStep> compare() throws ExecutionException, InterruptedException {
    return plan.steps(present());
  }

  /** Does what can be done. A conflict is left as it is. */
  public void apply(List<TopicStep> steps) throws ExecutionException, InterruptedException {
    create(only(steps, TopicStep.Create.class));
    alter(only(steps, TopicStep.Alter.class));
  }

  private void create(List<TopicStep.Create> steps)
      throws ExecutionException, InterruptedException {
    List<NewTopic> topics =
        steps.stream()
            .map(
                step ->
                    new NewTopic(step.topic().name(), step.partitions(), step.replication())
                        .configs(step.topic().config()))
            .toList();
    if (!topics.isEmpty()) {
      admin.createTopics(topics).all().get();
    }
  }

  private void alter(List<TopicStep.Alter> steps) throws ExecutionException, InterruptedException {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    steps.forEach(step -> changes.put(resource(step.topic().name()), operations(step.to())));
    if (!changes.isEmpty()) {
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }

  private static List<AlterConfigOp> operations(Map<String, String> to) {
    return to.entrySet().stream()
        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  private Map<String, TopicState> present() throws ExecutionException, InterruptedException {
    Set<String> onBroker = admin.listTopics().names().get();
    List<String> names =
        plan.topics().all().stream().map(Topic::name).filter(onBroker::contains).toList();
    Map<String, TopicDescription> descriptions = admin.describeTopics(names).allTopicNames().get();
    Map<ConfigResource, Config> configs =
        admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList()).all().get();
    Map<String, TopicState> present = new HashMap<>();
    descriptions.forEach(
        (name, description) ->
            present.put(name, new TopicState(description.partitions().size(), new HashMap<>())));
    configs.forEach((resource, config) -> fill(present.get(resource.name()), config));
    return present;
  }

  private static void fill(@Nullable TopicState state, Config config) {
    if (state != null) {
      config.entries().stream()
          .filter(entry -> entry.value() != null)
          .forEach(entry -> state.config().put(entry.name(), entry.value()));
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <S extends TopicStep> List<S> only(List<TopicStep> steps, Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
