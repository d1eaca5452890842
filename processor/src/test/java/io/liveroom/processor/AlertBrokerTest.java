package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.derived.Alert;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on a real broker with several partitions; the processor is killed while they begin. */
class AlertBrokerTest {

  private static final int ROOMS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(4);
  private final String prefix = topics.chat().name().replace(".observed.chat.v1", "");
  private final Instant start =
      Instant.now().minus(Duration.ofMinutes(40)).truncatedTo(ChronoUnit.MINUTES);
  private final List<DerivedFacts> rooms =
      IntStream.range(0, ROOMS)
          .mapToObj(room -> Long.toString(7_300_000_000_000_000_000L + room))
          .map(room -> new DerivedFacts(room, start))
          .toList();

  @Test
  void kill_whileAlertsBegin_eachIsToldOnce(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path state)
      throws Exception {
    Path stateDir = state.resolve("alerts");
    try (TopicReader<Alert> alerts = stack.reader(topics.alert())) {
      Process killed = start(stateDir);
      try {
        produce(topics.session().name(), 1, (room, at) -> room.session(RoomState.LIVE, 0));
        alerts.until(all -> count(all, "room_started", "RAISED") == ROOMS, PATIENCE);
        produce(topics.roomMinute().name(), 14, AlertBrokerTest::minute);
        alerts.until(all -> count(all, "online_drop", "RAISED") > 0, PATIENCE);
      } finally {
        killed.destroyForcibly().waitFor();
      }
      Process again = start(stateDir);
      try {
        produce(topics.roomMinute().name(), 25, AlertBrokerTest::minute);
        alerts.until(all -> count(all, "online_drop", "RESOLVED") == ROOMS, PATIENCE);
        produce(topics.session().name(), 2, (room, at) -> room.session(RoomState.ENDED, 1500));
        alerts.until(all -> count(all, "room_ended", "RAISED") == ROOMS, PATIENCE);
      } finally {
        again.destroyForcibly().waitFor();
      }
      assertThat(alerts.poll())
          .extracting(record -> record.value().getAlertId() + ' ' + record.value().getStatus())
          .doesNotHaveDuplicates();
      assertThat(count(alerts.poll(), "online_drop", "RAISED")).isEqualTo(ROOMS);
      assertThat(count(alerts.poll(), "room_started", "RAISED")).isEqualTo(ROOMS);
    }
  }

  private Process start(Path stateDir) {
    return ProcessorProcess.start(stack.bootstrapServers(), stack.registryUrl(), prefix, stateDir);
  }

  /** A thousand people, and five hundred from the tenth minute on. */
  private static SpecificRecord minute(DerivedFacts room, int minute) {
    return room.minute(minute, minute < 10 ? 1000 : 500);
  }

  /** The first so many records of each room; what was sent before comes again. */
  private void produce(
      String topic, int records, BiFunction<DerivedFacts, Integer, SpecificRecord> record) {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      for (int number = 0; number < records; number++) {
        for (int room = 0; room < ROOMS; room++) {
          String roomId = Long.toString(7_300_000_000_000_000_000L + room);
          SpecificRecord value = record.apply(rooms.get(room), number);
          producer.send(new ProducerRecord<>(topic, roomId, value));
        }
      }
    }
  }

  private static long count(
      List<ConsumerRecord<String, Alert>> records, String rule, String status) {
    return records.stream()
        .map(ConsumerRecord::value)
        .filter(alert -> alert.getRule().equals(rule))
        .filter(alert -> alert.getStatus().name().equals(status))
        .count();
  }
}
