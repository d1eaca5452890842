package io.liveroom.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.schemas.Topics;
import org.junit.jupiter.api.Test;

class TopicNameTest {

  private static final Topics TOPICS = new Topics("t");

  @Test
  void resolve_shortName_isFullName() {
    assertThat(TopicName.resolve(TOPICS, "room-minute")).isEqualTo("t.derived.room-minute.v1");
    assertThat(TopicName.resolve(TOPICS, "dead-letter")).isEqualTo("t.dead-letter.v1");
  }

  @Test
  void resolve_otherName_staysAsItIs() {
    assertThat(TopicName.resolve(TOPICS, "someone.elses")).isEqualTo("someone.elses");
  }

  @Test
  void shortNames_catalogue_areDistinct() {
    assertThat(TopicName.shortNames(TOPICS)).doesNotHaveDuplicates().contains("chat", "session");
  }
}
