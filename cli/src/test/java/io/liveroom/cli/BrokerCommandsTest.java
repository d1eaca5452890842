package io.liveroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.observed.RoomStatus;
import io.liveroom.schemas.Topics;
import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.testkit.TestStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands against a real broker and a real registry. */
class BrokerCommandsTest {

  private static final TestStack STACK = TestStack.shared();
  private static final Instant AT = Instant.parse("2026-11-01T08:00:00.123Z");

  private final Path directory;
  private final Operator operator;

  BrokerCommandsTest(@TempDir Path directory) {
    this.directory = directory;
    this.operator = new Operator(directory);
  }

  @Test
  void topics_appliedTwice_changeNothingTheSecondTime() {
    assertThat(operator.run("topics", "show").code()).isEqualTo(4);
    assertThat(operator.run("topics", "apply", "--dry-run").code()).isEqualTo(4);
    CommandRun first = operator.run("topics", "apply");
    assertThat(first.code()).isZero();
    assertThat(first.lines()).hasSize(12).allMatch(line -> line.startsWith("+ "));
    CommandRun second = operator.run("topics", "apply", "--dry-run");
    assertThat(second.code()).isZero();
    assertThat(second.lines()).hasSize(12).allMatch(line -> line.startsWith("= "));
    assertThat(operator.run("topics", "show").code()).isZero();
  }

  @Test
  void topics_otherPartitionCount_isADifference() {
    operator.run("topics", "apply");
    CommandRun run = operator.run("topics", "apply", "--set", "liveroom.topics.partitions=5");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.lines()).allMatch(line -> line.startsWith("! "));
  }

  @Test
  void schemas_registeredTwice_areKnownTheSecondTime() {
    assertThat(operator.run("schemas", "check").code()).isEqualTo(4);
    CommandRun first = operator.run("schemas", "register");
    assertThat(first.code()).isZero();
    assertThat(first.lines()).hasSize(12).allMatch(line -> line.startsWith("+ "));
    assertThat(operator.run("schemas", "register").lines()).allMatch(line -> line.startsWith("= "));
    assertThat(operator.run("schemas", "check").code()).isZero();
  }

  @Test
  void rooms_addedImportedRemoved_areListed() {
    operator.prepare();
    assertThat(
            operator
                .run("rooms", "add", "7001", "7002", "--label", "brand:a", "--weight", "2")
                .code())
        .isZero();
    assertThat(operator.input("7003,x;y,3\n", "rooms", "import").code()).isZero();
    assertThat(operator.run("rooms", "remove", "7002").code()).isZero();
    CommandRun csv = operator.run("rooms", "list", "--csv");
    assertThat(csv.lines())
        .map(line -> line.replaceFirst("2\\d{3}-[^,]+Z", "NOW"))
        .containsExactly(
            "room_id,labels,weight,added_at,added_by,state,online,last_event_at,coverage,holder,holder_is_silent,title",
            "7001,brand:a,2,NOW,command,UNKNOWN,,,,,,",
            "7003,x;y,3,NOW,import,UNKNOWN,,,,,,");
    assertThat(operator.run("rooms", "list").lines())
        .anyMatch(line -> line.matches("7001 +\\? +\\? +\\? +\\? +\\? +brand:a"));
    assertThat(operator.run("rooms", "list", "--json").out()).contains("\"state\":\"UNKNOWN\"");
    assertThat(operator.input(csv.out(), "rooms", "import").code()).isZero();
    assertThat(operator.run("rooms", "workers").err()).contains("no worker holds any room");
  }

  @Test
  void roomsImport_someLinesWrong_namesThemAndTakesTheOthers() {
    operator.prepare();
    CommandRun run = operator.input("7003\nabc\n7004,,0\n7005\n", "rooms", "import");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .contains(
            "liveroom: line 2: room_id must be 1 to 20 digits: was \"abc\"",
            "liveroom: line 3: weight must be a whole number from 1: was \"0\"",
            "2 on the list",
            "2 lines left out");
    assertThat(operator.run("rooms", "list").lines()).hasSize(3);
  }

  @Test
  void roomsDiscover_feedOfTheSimulator_addsUpToTheCap() {
    operator.prepare();
    try (Simulator simulator =
        new Simulator(SimulatorSettings.defaults(Instant.now()), Clock.systemUTC())) {
      simulator.start();
      CommandRun run =
          operator.run(
              "rooms",
              "discover",
              "--max=3",
              "--set=liveroom.platform.url=http://127.0.0.1:" + simulator.port(),
              "--set=liveroom.platform.token=simulated-token");
      assertThat(run.err()).endsWith("3 more on the list" + System.lineSeparator());
      assertThat(simulator.roomIds()).containsAll(run.lines());
      assertThat(operator.run("rooms", "list").lines()).hasSize(4).anyMatch(l -> l.contains(" ? "));
    }
  }

  @Test
  void roomsDiscover_every_takesMoreUntilItIsToldToEnd() throws InterruptedException {
    operator.prepare();
    try (Simulator simulator =
        new Simulator(SimulatorSettings.defaults(Instant.now()), Clock.systemUTC())) {
      simulator.start();
      Thread discovering =
          new Thread(
              () ->
                  operator.run(
                      "rooms",
                      "discover",
                      "--max=1",
                      "--every=10ms",
                      "--set=liveroom.platform.url=http://127.0.0.1:" + simulator.port(),
                      "--set=liveroom.platform.token=simulated-token"));
      discovering.start();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> operator.run("rooms", "list").lines().size() > 3);
      discovering.interrupt();
      discovering.join();
    }
  }

  @Test
  void doctor_everythingThere_isWell() throws Exception {
    operator.prepare();
    Path token = Files.writeString(directory.resolve("token"), "simulated-token");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    try (Simulator simulator =
        new Simulator(SimulatorSettings.defaults(Instant.now()), Clock.systemUTC())) {
      simulator.start();
      CommandRun run =
          operator.run(
              "doctor",
              "--set=liveroom.platform.url=http://127.0.0.1:" + simulator.port(),
              "--set=liveroom.platform.token-file=" + token,
              "--set=liveroom.privacy.users=drop");
      assertThat(run.code()).as(run.out()).isZero();
      assertThat(run.lines())
          .anyMatch(line -> line.matches("ok +platform .* answers the feed in \\d+ ms, .*"))
          .anyMatch(line -> line.matches("ok +token +accepted"))
          .anyMatch(line -> line.matches("warning +token .*can be read by other users.*"))
          .anyMatch(line -> line.matches("ok +broker +number of brokers 1, .*"))
          .anyMatch(line -> line.matches("ok +registry +.* has all 12 schemas"))
          .anyMatch(line -> line.matches("ok +registry +compatibility is FULL_TRANSITIVE"))
          .anyMatch(line -> line.matches("ok +topics +all 12 .*3 partitions each"))
          .anyMatch(line -> line.matches("ok +clock +the platform is .*"))
          .anyMatch(line -> line.matches("ok +clock +Kafka's controller is .*"));
    }
  }

  @Test
  void doctor_tokenRefusedAndNoTopics_saysBothAndGivesTheFirst() {
    try (Simulator simulator =
        new Simulator(SimulatorSettings.defaults(Instant.now()), Clock.systemUTC())) {
      simulator.start();
      CommandRun run =
          operator.run(
              "doctor",
              "--set=liveroom.platform.url=http://127.0.0.1:" + simulator.port(),
              "--set=liveroom.platform.token=wrong-token",
              "--set=liveroom.privacy.users=drop");
      assertThat(run.code()).as(run.out()).isEqualTo(13);
      assertThat(run.lines())
          .anyMatch(line -> line.matches("wrong +token +the platform refuses it .*"))
          .anyMatch(line -> line.matches("wrong +topics +\\+ .*topics apply"))
          .anyMatch(line -> line.matches("wrong +registry +\\+ .*schemas register"));
    }
  }

  @Test
  void tail_recordsTombstoneAndRubbish_showsLinesAndGoesOn() throws Exception {
    Topics topics = operator.prepare();
    String topic = topics.status().name();
    operator.send(topic, "7001", status("7001"), AT);
    sendBytes(topic, "7001", new byte[] {1, 2, 3});
    sendBytes(topic, "7001", new byte[] {0, 0, 0, 0, 1, 2, 3});
    sendBytes(topic, "7001", null);
    operator.send(topic, "7002", status("7002"), AT);
    CommandRun run =
        operator.run("tail", "status", "--from-beginning", "--room", "7001", "--idle-exit", "1");
    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.contains("can't decode"));
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0))
        .startsWith("{\"topic\":\"" + topic + "\",\"partition\":")
        .contains("\"timestamp\":\"2026-11-01T08:00:00.123Z\",\"key\":\"7001\"")
        .contains("\"room_id\":\"7001\"")
        .contains("\"event_time\":\"2026-11-01T08:00:00.123Z\"");
    assertThat(run.lines().get(1)).endsWith("\"key\":\"7001\",\"value\":null}");
  }

  @Test
  void tail_max_endsAfterAsMany() throws Exception {
    Topics topics = operator.prepare();
    for (int i = 0; i < 5; i++) {
      operator.send(topics.status().name(), "700" + i, status("700" + i), AT);
    }
    CommandRun run = operator.run("tail", topics.status().name(), "--from-beginning", "--max", "3");
    assertThat(run.lines()).hasSize(3);
  }

  @Test
  void tail_unknownTopic_saysWhatThereIs() {
    CommandRun run = operator.run("tail", "nothing");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no topic nothing").contains("room-minute");
  }

  private static RoomStatus status(String room) {
    return RoomStatus.newBuilder()
        .setEventId(room + ":1")
        .setRoomId(room)
        .setEventTime(AT)
        .setReceivedAt(AT)
        .setCollectorId("c")
        .setEndpoint("status")
        .setAlive(true)
        .build();
  }

  private static void sendBytes(String topic, String key, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(
            STACK.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, null, AT.toEpochMilli(), key, value)).get();
    }
  }
}
