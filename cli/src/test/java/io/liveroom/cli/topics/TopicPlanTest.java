package io.liveroom.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

  private static final Topics TOPICS = new Topics("t");

  @Test
  void steps_emptyBroker_createsAll() {
    assertThat(plan().steps(Map.of()))
        .hasSameSizeAs(TOPICS.all())
        .allSatisfy(step -> assertThat(step).isInstanceOf(TopicStep.Create.class));
  }

  @Test
  void steps_sameOnBroker_keepsAll() {
    assertThat(plan().steps(asCatalogue()))
        .allSatisfy(step -> assertThat(step).isInstanceOf(TopicStep.Keep.class));
  }

  @Test
  void steps_otherRetention_altersIt() {
    Map<String, TopicState> present = asCatalogue();
    present.put(
        TOPICS.chat().name(),
        new TopicState(12, Map.of("cleanup.policy", "delete", "retention.ms", "1000")));
    assertThat(plan().steps(present))
        .filteredOn(TopicStep.Alter.class::isInstance)
        .singleElement()
        .extracting(TopicStep::line)
        .isEqualTo("~ t.observed.chat.v1 (retention.ms 1000 -> 604800000)");
  }

  @Test
  void steps_otherPartitionCount_isAConflict() {
    Map<String, TopicState> present = asCatalogue();
    present.put(TOPICS.chat().name(), new TopicState(3, TOPICS.chat().config()));
    assertThat(plan().steps(present)).contains(new TopicStep.Conflict(TOPICS.chat(), 3, 12));
  }

  private static TopicPlan plan() {
    return new TopicPlan(TOPICS, 12, 1);
  }

  private static Map<String, TopicState> asCatalogue() {
    Map<String, TopicState> present = new HashMap<>();
    for (Topic<?> topic : TOPICS.all()) {
      present.put(topic.name(), new TopicState(12, topic.config()));
    }
    return present;
  }
}
