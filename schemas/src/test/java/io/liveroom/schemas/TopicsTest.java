package io.liveroom.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TopicsTest {

  private static final List<String> OBSERVED_HEAD =
      List.of(
          "event_id",
          "room_id",
          "event_time",
          "event_time_source",
          "received_at",
          "collector_id",
          "endpoint");

  static List<Topic<?>> topics() {
    return new Topics(Topics.DEFAULT_PREFIX).all();
  }

  static Stream<Topic<?>> observed() {
    return topics().stream().filter(topic -> topic.name().contains(".observed."));
  }

  @Test
  void all_defaultPrefix_areTheDesignsTopics() {
    assertThat(topics())
        .extracting(Topic::name)
        .containsExactly(
            "liveroom.control.watchlist.v1",
            "liveroom.observed.status.v1",
            "liveroom.observed.room.v1",
            "liveroom.observed.chat.v1",
            "liveroom.observed.promotions.v1",
            "liveroom.observed.audience.v1",
            "liveroom.observed.gap.v1",
            "liveroom.derived.room-minute.v1",
            "liveroom.derived.session.v1",
            "liveroom.derived.promotion-change.v1",
            "liveroom.derived.alert.v1",
            "liveroom.dead-letter.v1");
  }

  @Test
  void config_watchlistAndSession_areCompacted() {
    assertThat(topics())
        .filteredOn(Topic::isCompacted)
        .extracting(Topic::name)
        .containsExactly("liveroom.control.watchlist.v1", "liveroom.derived.session.v1");
  }

  @ParameterizedTest
  @MethodSource("observed")
  void schema_observedRecord_beginsWithTheCommonHead(Topic<?> topic) {
    assertThat(topic.schema().getFields())
        .extracting(Schema.Field::name)
        .startsWith(OBSERVED_HEAD.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void schema_everyRecordAndField_isDocumentedAndFlat(Topic<?> topic) {
    assertThat(topic.schema().getDoc()).isNotBlank();
    for (Schema.Field field : topic.schema().getFields()) {
      String where = topic.schema().getName() + "." + field.name();
      assertThat(field.doc()).as("doc of " + where).isNotBlank();
      assertThat(field.name()).as(where).matches("[a-z][a-z0-9_]*");
      assertFlat(where, field);
    }
  }

  private static void assertFlat(String where, Schema.Field field) {
    Schema type = field.schema();
    if (type.getType() == Schema.Type.UNION) {
      assertThat(type.getTypes()).as("union of " + where).hasSize(2);
      assertThat(type.getTypes().get(0).getType()).as(where).isEqualTo(Schema.Type.NULL);
      assertThat(field.hasDefaultValue()).as("default of " + where).isTrue();
      type = type.getTypes().get(1);
    }
    assertThat(type.getType()).as(where).isNotIn(Schema.Type.RECORD, Schema.Type.MAP);
    if (type.getType() == Schema.Type.ENUM) {
      assertThat(type.getEnumDefault()).as("enum default of " + where).isEqualTo("UNKNOWN");
    }
    boolean isTime = field.name().endsWith("_at") || field.name().endsWith("_time");
    if (isTime) {
      assertThat(type.getLogicalType()).as(where).isEqualTo(LogicalTypes.timestampMillis());
    }
    if (field.name().endsWith("_id")) {
      assertThat(type.getType()).as("ids are text: " + where).isEqualTo(Schema.Type.STRING);
    }
  }

  @Test
  void topic_withoutRetention_saysSoInItsConfig() {
    Topic<?> watchlist = new Topics("x").watchlist();
    assertThat(watchlist.retention()).isEqualTo(Optional.empty());
    assertThat(watchlist.config()).containsEntry("cleanup.policy", "compact");
    assertThat(watchlist.subject()).isEqualTo("x.control.watchlist.v1-value");
  }
}
