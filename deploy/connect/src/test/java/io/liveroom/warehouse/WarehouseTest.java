package io.liveroom.warehouse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.Topic;
import io.liveroom.testkit.TopicReader;
import io.liveroom.warehouse.Connectors.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is in the topics is in the tables, once and in every field. */
final class WarehouseTest {

  private static final long PATIENCE_SECONDS = 180;

  private final FilledWarehouse warehouse = FilledWarehouse.shared();

  @Test
  void tables_afterTheWorkerWasKilled_holdTheLastOfEveryKey() throws IOException {
    for (Table table : Connectors.tables(warehouse.topics)) {
      List<Map<String, @Nullable Object>> expected =
          warehouse.publisher.latest(table.topic(), table.key()).values().stream()
              .map(Facts::row)
              .toList();
      assertThat(expected).as(table.name()).isNotEmpty();
      await(table.name())
          .atMost(PATIENCE_SECONDS, SECONDS)
          .untilAsserted(
              () -> assertThat(rows(table.name())).containsExactlyInAnyOrderElementsOf(expected));
    }
  }

  @Test
  void finals_ofTheTopics_areOneRowEach() {
    List<RoomMinute> minutes = finals(warehouse.topics.roomMinute(), RoomMinute::getIsFinal);
    assertThat(minutes).hasSize((int) countFinals("room_minute"));
    assertThat(rows("liveroom.room_minute WHERE is_final"))
        .containsExactlyInAnyOrderElementsOf(minutes.stream().map(Facts::row).toList());
    List<RoomSession> sessions = finals(warehouse.topics.session(), RoomSession::getIsFinal);
    assertThat(rows("liveroom.session WHERE is_final"))
        .containsExactlyInAnyOrderElementsOf(sessions.stream().map(Facts::row).toList());
  }

  @Test
  void schema_gainedAField_isAColumnWithoutValueInOldRows() {
    assertThat(
            warehouse.postgres.rows(
                "SELECT DISTINCT room_id = '"
                    + FilledWarehouse.evolvedRoom()
                    + "' AS is_new, "
                    + FilledWarehouse.NEW_FIELD
                    + " AS value FROM liveroom.room_minute"))
        .containsExactlyInAnyOrder(
            Map.of("is_new", true, "value", FilledWarehouse.NEW_VALUE), withoutValue());
  }

  @Test
  void table_madeByTheSink_isLikeTheShippedOne() {
    assertThat(columns("gap")).isNotEmpty().isEqualTo(columns("gap_as_shipped"));
  }

  @Test
  void records_cannotBeRead_areDeadLettersAndTheRestGoesOn() {
    List<ConsumerRecord<String, byte[]>> dead = records(warehouse.deadLetters(), 2);
    assertThat(dead)
        .extracting(ConsumerRecord::value)
        .containsExactlyInAnyOrder(Publisher.NO_AVRO, Publisher.NO_SCHEMA);
    assertThat(dead)
        .extracting(record -> text(record.headers().lastHeader("__connect.errors.topic")))
        .containsOnly(warehouse.topics.gap().name());
    assertThat(warehouse.worker().status("liveroom-gap"))
        .contains("RUNNING")
        .doesNotContain("FAILED");
  }

  private static Map<String, @Nullable Object> withoutValue() {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("is_new", false);
    row.put("value", null);
    return row;
  }

  /** The table's rows, but for the column that this version's records know nothing of. */
  private List<Map<String, @Nullable Object>> rows(String table) {
    List<Map<String, @Nullable Object>> rows = warehouse.postgres.rows("SELECT * FROM " + table);
    rows.forEach(row -> row.remove(FilledWarehouse.NEW_FIELD));
    return rows;
  }

  private long countFinals(String table) {
    return warehouse.postgres.count("SELECT count(*) FROM liveroom." + table + " WHERE is_final");
  }

  private List<Map<String, @Nullable Object>> columns(String table) {
    return warehouse.postgres.rows(
        "SELECT column_name, data_type, is_nullable FROM information_schema.columns"
            + " WHERE table_schema = 'liveroom' AND table_name = '"
            + table
            + "' ORDER BY column_name");
  }

  /** Every final of a topic as a reader of committed records sees it. */
  private <V extends SpecificRecord> List<V> finals(Topic<V> topic, Function<V, Boolean> isFinal) {
    int count = warehouse.publisher.count(topic);
    try (TopicReader<V> reader = warehouse.stack.reader(topic)) {
      return reader
          .until(all -> values(all).size() >= count, Duration.ofSeconds(PATIENCE_SECONDS))
          .stream()
          .map(ConsumerRecord::value)
          .filter(value -> value != null && isFinal.apply(value))
          .toList();
    }
  }

  private static <V> List<V> values(List<ConsumerRecord<String, V>> records) {
    List<V> values = new ArrayList<>();
    records.forEach(
        record -> {
          if (record.value() != null) {
            values.add(record.value());
          }
        });
    return values;
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  /** All records of a topic, once there are as many. */
  private List<ConsumerRecord<String, byte[]>> records(String topic, int count) {
    Map<String, Object> properties = new HashMap<>(warehouse.stack.clientProperties());
    properties.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList());
      await("dead letters")
          .atMost(PATIENCE_SECONDS, SECONDS)
          .pollInSameThread()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
                return read.size() >= count;
              });
    }
    return read;
  }
}
