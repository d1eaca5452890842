package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The processor on a real broker with several partitions, killed and started again. */
class ProcessorBrokerTest {

  private static final int ROOMS = 12;
  private static final int KILLS = 3;
  private static final int PART = 20; // seconds of facts for each life of the processor
  private static final int SECONDS = KILLS * PART;
  private static final int WINDOWS = SECONDS / 5;
  private static final int AFTERWARDS = 600; // a fact then closes every window before it
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(4);
  private final String prefix = topics.chat().name().replace(".observed.chat.v1", "");
  private final Path state;

  /** A while ago, and not long: the broker soon deletes records older than their retention. */
  private final Instant start =
      Instant.now().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MINUTES);

  ProcessorBrokerTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path state) {
    this.state = state;
  }

  @Test
  void kill_inTheMidstOfIt_losesAndDoublesNothing() throws Exception {
    Path stateDir = state.resolve("killed");
    try (TopicReader<RoomMinute> minutes = stack.reader(topics.roomMinute());
        TopicReader<RoomSession> sessions = stack.reader(topics.session())) {
      for (int part = 0; part < KILLS; part++) {
        int from = part * PART;
        Process process =
            ProcessorProcess.start(stack.bootstrapServers(), stack.registryUrl(), prefix, stateDir);
        try {
          produce(from, from + PART / 2);
          minutes.until(all -> hasReached(all, from), PATIENCE);
          produce(from + PART / 2, from + PART);
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
      try (Processor processor = processor(stateDir)) {
        processor.start();
        produce(AFTERWARDS, AFTERWARDS + 1);
        try {
          minutes.until(this::allClosed, PATIENCE);
        } catch (AssertionError e) {
          throw new AssertionError(processor.health() + " " + told(minutes.poll()), e);
        }
        assertMinutes(minutes.poll());
        assertSessions(sessions.until(ProcessorBrokerTest::allCounted, PATIENCE));
      }
    }
  }

  @Test
  void start_poisonAmongRecords_deadLetterAndOn() throws Exception {
    poison("7300000000000000001", new byte[] {0, 0, 0, 0, 77, 1, 2, 3});
    produce(0, 1);
    try (Processor processor = processor(state.resolve("poison"));
        TopicReader<DeadLetter> letters = stack.reader(topics.deadLetter());
        TopicReader<RoomMinute> minutes = stack.reader(topics.roomMinute())) {
      processor.start();
      minutes.until(all -> latest(all).size() == ROOMS, PATIENCE);
      DeadLetter letter = letters.until(all -> !all.isEmpty(), PATIENCE).get(0).value();
      letters.until(all -> processor.health().isReady(), PATIENCE); // it works before it is ready

      assertThat(letter.getStage()).isEqualTo("process");
      assertThat(letter.getEndpoint()).isEqualTo(topics.chat().name());
      assertThat(letter.getDetail()).contains(topics.chat().name() + "-");
      assertThat(letter.getPayload().remaining()).isEqualTo(8);
      assertThat(processor.health().isLive()).isTrue();
    }
  }

  private Processor processor(Path stateDir) {
    return ProcessorProcess.create(stack.bootstrapServers(), stack.registryUrl(), prefix, stateDir);
  }

  /** One chat message per room and second, each sent twice. */
  private void produce(int from, int to) {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      for (int second = from; second < to; second++) {
        for (int room = 0; room < ROOMS; room++) {
          ChatEvent event = event(room, second);
          for (int copy = 0; copy < 2; copy++) {
            producer.send(
                new ProducerRecord<>(
                    topics.chat().name(),
                    null,
                    event.getEventTime().toEpochMilli(),
                    event.getRoomId(),
                    event));
          }
        }
      }
    }
  }

  private ChatEvent event(int room, int second) {
    String roomId = Long.toString(7_300_000_000_000_000_000L + room);
    ChatEvent event =
        Facts.message(ChatKind.CHAT, "m" + second, "user" + second % 7, second).build();
    event.setRoomId(roomId);
    event.setEventId(roomId + ":m" + second);
    event.setEventTime(start.plusSeconds(second));
    event.setReceivedAt(start.plusSeconds(second));
    return event;
  }

  private void poison(String room, byte[] bytes) throws Exception {
    Map<String, Object> properties = new HashMap<>(stack.clientProperties());
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topics.chat().name(), room, bytes)).get();
    }
  }

  /** Whether something was published that only the facts of a second or later can show. */
  private boolean hasReached(List<ConsumerRecord<String, RoomMinute>> records, int second) {
    Instant time = start.plusSeconds(second);
    return records.stream().anyMatch(record -> !record.value().getWindowStart().isBefore(time));
  }

  private boolean allClosed(List<ConsumerRecord<String, RoomMinute>> records) {
    return records.stream().map(ConsumerRecord::value).filter(this::isFinalOfParts).count()
        >= ROOMS * WINDOWS;
  }

  /** The window of the fact that closes all is left aside: silence closes it some time. */
  private boolean isFinalOfParts(RoomMinute minute) {
    return minute.getIsFinal() && minute.getWindowStart().isBefore(start.plusSeconds(SECONDS));
  }

  /** For a failure: each record by partition, room, window, messages and late events. */
  private static String told(List<ConsumerRecord<String, RoomMinute>> records) {
    return records.stream()
        .map(
            record ->
                String.join(
                    " ",
                    "p" + record.partition(),
                    record.key().substring(17),
                    record.value().getWindowStart().toString().substring(11),
                    "n" + record.value().getChatCount(),
                    "late" + record.value().getLateEvents(),
                    "r" + record.value().getRevision(),
                    record.value().getIsFinal() ? "final" : "draft"))
        .collect(Collectors.joining("\n"));
  }

  private static boolean allCounted(List<ConsumerRecord<String, RoomSession>> records) {
    Map<String, Long> counts = new TreeMap<>();
    records.forEach(record -> counts.put(record.key(), record.value().getChatCount()));
    return counts.size() == ROOMS
        && counts.values().stream().allMatch(count -> count >= SECONDS + 1);
  }

  /** Every window has one final, its five messages, and revisions without a hole or a repeat. */
  private void assertMinutes(List<ConsumerRecord<String, RoomMinute>> records) {
    Map<String, Long> revisions = new HashMap<>();
    int finals = 0;
    for (ConsumerRecord<String, RoomMinute> record : records) {
      RoomMinute minute = record.value();
      String window = record.key() + minute.getWindowStart();
      assertThat(minute.getRevision()).isEqualTo(revisions.merge(window, 1L, Long::sum));
      if (isFinalOfParts(minute)) {
        finals++;
        assertThat(minute.getChatCount()).as(window).isEqualTo(5);
        assertThat(minute.getDuplicates()).as(window).isEqualTo(5);
        assertThat(minute.getChatUsers()).as(window).isEqualTo(5);
      }
    }
    assertThat(finals).isEqualTo(ROOMS * WINDOWS);
  }

  private static void assertSessions(List<ConsumerRecord<String, RoomSession>> records) {
    Map<String, Long> revisions = new HashMap<>();
    Map<String, RoomSession> last = new TreeMap<>();
    for (ConsumerRecord<String, RoomSession> record : records) {
      assertThat(record.value().getRevision())
          .isEqualTo(revisions.merge(record.key(), 1L, Long::sum));
      last.put(record.key(), record.value());
    }
    assertThat(last.values()).hasSize(ROOMS);
    assertThat(last.values())
        .allSatisfy(
            session -> {
              assertThat(session.getChatCount()).isEqualTo(SECONDS + 1);
              assertThat(session.getChatUsers()).isEqualTo(7);
            });
  }

  private static Map<String, RoomMinute> latest(List<ConsumerRecord<String, RoomMinute>> records) {
    Map<String, RoomMinute> latest = new TreeMap<>();
    records.forEach(record -> latest.put(record.key(), record.value()));
    return latest;
  }
}
