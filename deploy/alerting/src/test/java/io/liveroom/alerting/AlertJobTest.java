package io.liveroom.alerting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.liveroom.derived.AlertStatus;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The job between a real broker and a real receiver that is away now and then. */
class AlertJobTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROOMS = 6;

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(3);
  private final TestReceiver receiver = new TestReceiver();
  private final List<String> expected = new ArrayList<>();

  @AfterEach
  void end() {
    receiver.close();
  }

  @Test
  void run_receiverAwayAndBack_everyAlertIsToldInItsOrder() throws Exception {
    ListAppender<ILoggingEvent> log = log();
    receiver.goAway();
    try (AlertJob job = job(true)) {
      job.start();
      produce("a");
      await().atMost(PATIENCE).until(() -> !job.health().isReady());
      assertThat(job.health().isLive()).isTrue();
      assertThat(job.refused()).isPositive();
      assertThat(job.longestWait()).isPositive();
      assertThat(committed()).as("nobody said yes").allMatch(offset -> offset == 0);

      receiver.refuse(3);
      receiver.comeBack();
      await().atMost(PATIENCE).until(() -> allTold());
      assertThat(receiver.refused()).isEqualTo(3);
      await().atMost(PATIENCE).until(() -> job.health().isReady() && committed().equals(ends()));
      assertThat(job.taken()).isGreaterThanOrEqualTo(expected.size());
      await().atMost(PATIENCE).until(() -> job.longestWait().isZero());
    }
    assertOrder();
    assertTransitions(log);
  }

  @Test
  void run_restarted_goesOnWhereTheReceiverSaidYes() throws Exception {
    try (AlertJob job = job(true)) {
      job.start();
      produce("a");
      await().atMost(PATIENCE).until(() -> allTold() && committed().equals(ends()));
    }
    receiver.goAway();
    try (AlertJob job = job(true)) {
      job.start();
      produce("b");
      await().atMost(PATIENCE).until(() -> !job.health().isReady());
    }
    receiver.comeBack();
    try (AlertJob job = job(true)) {
      job.start();
      await().atMost(PATIENCE).until(this::allTold);
    }

    assertOrder();
    assertThat(receiver.alerts()).as("nothing taken is told again").doesNotHaveDuplicates();
  }

  @Test
  void run_newGroup_beginsWithWhatComesAndMissesNothingFromThenOn(@TempDir Path directory)
      throws Exception {
    produce("before");
    expected.clear();
    Path token = Files.writeString(directory.resolve("token"), "one\n");
    AlertJobSettings settings = settings(false, Optional.of(token));
    try (AlertJob job = job(settings)) {
      job.start();
      await().atMost(PATIENCE).until(() -> committed().equals(ends()));
    }
    produce("between");
    try (AlertJob job = job(settings)) {
      job.start();
      await().atMost(PATIENCE).until(this::allTold);
    }

    assertOrder();
    assertThat(receiver.tokens()).containsOnly("Bearer one");
  }

  private boolean allTold() {
    return Set.copyOf(receiver.alerts()).containsAll(expected);
  }

  /** Every alert begins before it ends, and nothing is told that was not to be. */
  private void assertOrder() {
    Map<String, Set<String>> byAlert = new LinkedHashMap<>();
    receiver
        .alerts()
        .forEach(
            told ->
                byAlert
                    .computeIfAbsent(told.split(" ")[0], id -> new LinkedHashSet<>())
                    .add(told.split(" ")[1]));
    assertThat(byAlert.values())
        .allSatisfy(s -> assertThat(s).containsExactly("firing", "resolved"));
    assertThat(byAlert).hasSize(expected.size() / 2);
  }

  /** One line when it goes wrong, one when it is well; the address's secret in none. */
  private void assertTransitions(ListAppender<ILoggingEvent> log) {
    List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).filteredOn(line -> line.contains("does not take alerts")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains("takes alerts again")).hasSize(1);
    assertThat(lines).noneMatch(line -> line.contains(TestReceiver.SECRET));
  }

  private static ListAppender<ILoggingEvent> log() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ((Logger) LoggerFactory.getLogger("io.liveroom.alerting")).addAppender(log);
    return log;
  }

  /** In each room one alert that begins and ends. */
  private void produce(String rule) {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      for (AlertStatus status : List.of(AlertStatus.RAISED, AlertStatus.RESOLVED)) {
        for (int number = 0; number < ROOMS; number++) {
          String room = "730000000000000000" + number;
          var alert = Alerts.alert(room, rule, status).build();
          producer.send(new ProducerRecord<>(topics.alert().name(), room, alert));
          String word = status == AlertStatus.RAISED ? "firing" : "resolved";
          expected.add(alert.getAlertId() + ' ' + word);
        }
      }
    }
  }

  private AlertJob job(boolean isFromBeginning) {
    return job(settings(isFromBeginning, Optional.empty()));
  }

  private AlertJob job(AlertJobSettings settings) {
    return new AlertJob(
        settings, topics.alert(), stack.clientProperties(), stack.serdes(), Clock.systemUTC());
  }

  private AlertJobSettings settings(boolean isFromBeginning, Optional<Path> token) {
    return new AlertJobSettings(
        receiver.url(),
        AlertFormat.WEBHOOK,
        token,
        topics.alert().name() + "-job",
        isFromBeginning,
        "",
        Duration.ofSeconds(5),
        Duration.ofMillis(50),
        Duration.ofMillis(200));
  }

  private List<Long> committed() throws Exception {
    try (Admin admin = Admin.create(stack.clientProperties())) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin
              .listConsumerGroupOffsets(topics.alert().name() + "-job")
              .partitionsToOffsetAndMetadata()
              .get();
      return partitions().stream()
          .map(offsets::get)
          .map(offset -> offset == null ? -1 : offset.offset())
          .toList();
    }
  }

  private List<Long> ends() throws Exception {
    try (Admin admin = Admin.create(stack.clientProperties())) {
      Map<TopicPartition, OffsetSpec> asked = new LinkedHashMap<>();
      partitions().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
      Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(asked).all().get();
      return partitions().stream()
          .map(partition -> requireNonNull(ends.get(partition)).offset())
          .toList();
    }
  }

  private List<TopicPartition> partitions() {
    return List.of(0, 1, 2).stream()
        .map(number -> new TopicPartition(topics.alert().name(), number))
        .toList();
  }
}
