package io.liveroom.collector;

import static org.awaitility.Awaitility.await;

import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.Poll;
import io.liveroom.control.WatchedRoom;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose token is refused, and gets another one while it runs. */
class RefusedTokenTest {

  private static final String ROOM = "7301659152552454321";
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int UNDER_WAY = 3; // requests made when the first refusal came

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(2);

  @Test
  void start_refusedToken_isHardlyAskedWithAndANewOneAtOnce(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token.txt"), "of yesterday");
    try (StubPlatform platform = new StubPlatform();
        Collector collector = collector(platform, Secret.ofFile(file))) {
      platform.answer("status", StubPlatform.fixture("status.json"));
      collector.start();
      watch();
      await().atMost(LIMIT).until(() -> saysSo(collector));
      int refused = platform.asked().size();
      await()
          .atMost(LIMIT)
          .during(Duration.ofSeconds(5))
          .until(() -> platform.asked().size() <= refused + UNDER_WAY);
      Files.writeString(file, StubPlatform.TOKEN);
      await().atMost(LIMIT).until(() -> platform.asked().size() > refused + 5 * UNDER_WAY);
      await().atMost(LIMIT).until(() -> collector.health().isWell());
    }
  }

  private static boolean saysSo(Collector collector) {
    return collector.health().troubles().containsKey(Trouble.TOKEN);
  }

  private Collector collector(StubPlatform platform, Secret token) {
    CollectorSettings usual =
        CollectorSettings.defaults(
            "worker-1", platform.url(), token, Secret.ofValue("a key that is long enough"));
    CollectorSettings settings =
        new CollectorSettings(
            usual.id(),
            usual.platform(),
            new Poll(OFTEN, 50, OFTEN, OFTEN, OFTEN, OFTEN, true, Duration.ofDays(1)),
            Chat.DEFAULT,
            usual.privacy(),
            usual.budget(),
            usual.limits(),
            usual.sharing(),
            usual.duplicatesWindow());
    return new Collector(
        settings,
        topics,
        stack.clientProperties(),
        stack.serdes(),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private void watch() throws Exception {
    WatchedRoom room = WatchedRoom.newBuilder().setRoomId(ROOM).setAddedAt(Instant.now()).build();
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      producer.send(new ProducerRecord<>(topics.watchlist().name(), ROOM, room)).get();
    }
  }
}
