package io.liveroom.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.publish.Counted;
import io.liveroom.collector.publish.Counters;
import io.liveroom.control.WatchedRoom;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A platform that sends garbage on every way in; a real broker holds what the counters say. */
class GarbageTest {

  private static final String LIVE = "7301659152552454321";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int FRAMES = 400;
  private static final int QUIET_POLLS = 5; // a topic that gave nothing so often is read to its end

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(2);

  @Test
  void start_garbageEverywhere_balancesWithWhatKafkaHolds() throws Exception {
    try (StubPlatform platform = new StubPlatform()) {
      Collector collector = collector(platform);
      collector.start();
      platform.upgrades();
      platform.answerLive();
      watch(LIVE);
      await().atMost(LIMIT).until(() -> platform.sockets() == 1);
      for (String endpoint : List.of("promotions", "audience", "feed")) {
        platform.answer(endpoint, "{\"code\":200,\"data\":[1,{\"" + endpoint + "\":");
      }
      sendGarbage(platform, new Random(7));
      await()
          .atMost(LIMIT)
          .until(() -> collector.counters().of(Counted.RECEIVED, Endpoint.CHAT) >= FRAMES);
      collector.close();
      Counters.Balance balance = collector.counters().balance();
      assertThat(balance.open()).isZero();
      assertThat(balance.shed()).isZero();
      long facts =
          count(topics.chat())
              + count(topics.room())
              + count(topics.status())
              + count(topics.audience())
              + count(topics.promotions());
      assertThat(facts).isEqualTo(balance.published()).isPositive();
      assertThat(count(topics.deadLetter())).isEqualTo(balance.deadLetters()).isPositive();
    }
    assertLettersHaveCoordinates();
  }

  private void assertLettersHaveCoordinates() {
    try (TopicReader<DeadLetter> reader = stack.reader(topics.deadLetter())) {
      List<ConsumerRecord<String, DeadLetter>> all = reader.until(some -> !some.isEmpty(), LIMIT);
      assertThat(all)
          .allSatisfy(
              one -> {
                assertThat(one.value().getDetail()).isNotBlank();
                assertThat(one.value().getEndpoint()).isNotBlank();
                assertThat(one.key()).isNotBlank();
              });
    }
  }

  /** Frames, each another one: three of four are spoilt, and one is larger than Kafka takes. */
  private static void sendGarbage(StubPlatform platform, Random random) throws Exception {
    for (int frame = 0; frame < FRAMES; frame++) {
      String message =
          "{\"type\":\"WebcastChatMessage\",\"tid\":\"%d\",\"uid\":\"4%d\",\"text\":\"hi %d\"}"
              .formatted(frame + 1, frame, frame);
      byte[] bytes = ("{\"code\":200,\"data\":[7," + message + "]}").getBytes(UTF_8);
      if (frame % 4 != 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      platform.sendBinary(bytes);
    }
    String large = "x".repeat(1_048_000);
    platform.sendBinary(
        ("{\"type\":\"WebcastChatMessage\",\"tid\":\"9\",\"text\":\"" + large + "\"}")
            .getBytes(UTF_8));
    platform.sendBinary("y".repeat(3_000_000).getBytes(UTF_8));
  }

  private Collector collector(StubPlatform platform) {
    CollectorSettings settings =
        CollectorSettings.defaults(
            "worker-1",
            platform.url(),
            Secret.ofValue(StubPlatform.TOKEN),
            Secret.ofValue("a key that is long enough"));
    return new Collector(
        settings,
        topics,
        stack.clientProperties(),
        stack.serdes(),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private <R extends SpecificRecord> long count(Topic<R> topic) {
    try (TopicReader<R> reader = stack.reader(topic)) {
      int now = 0;
      for (int quiet = 0; quiet < QUIET_POLLS; quiet++) {
        int before = now;
        now = reader.poll().size();
        quiet = now == before ? quiet : 0;
      }
      return now;
    }
  }

  private void watch(String roomId) throws Exception {
    WatchedRoom room = WatchedRoom.newBuilder().setRoomId(roomId).setAddedAt(Instant.now()).build();
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      producer.send(new ProducerRecord<>(topics.watchlist().name(), roomId, room)).get();
    }
  }
}
