package io.liveroom.cli.topics;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The catalogue compared with a broker.
 *
 * @param partitions of every topic
 * @param replication copies of a partition of a new topic
 */
record TopicPlan(Topics topics, int partitions, int replication) {

  /** One step for each topic of the catalogue, in its order. */
  List<TopicStep> steps(Map<String, TopicState> present) {
    return topics.all().stream()
        .map(topic -> step(topic, Optional.ofNullable(present.get(topic.name()))))
        .toList();
  }

  private TopicStep step(Topic<?> topic, Optional<TopicState> present) {
    if (present.isEmpty()) {
      return new TopicStep.Create(topic, partitions, (short) replication);
    }
    TopicState state = present.get();
    if (state.partitions() != partitions) {
      return new TopicStep.Conflict(topic, state.partitions(), partitions);
    }
    Map<String, String> changes =
        topic.config().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(state.config().get(entry.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return changes.isEmpty()
        ? new TopicStep.Keep(topic)
        : new TopicStep.Alter(topic, state.config(), changes);
  }
}
