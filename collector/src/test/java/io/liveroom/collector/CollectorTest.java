package io.liveroom.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.collector.CollectorSettings.Poll;
import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.common.RoomState;
import io.liveroom.control.WatchedRoom;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole worker between a stub platform and a real broker. */
class CollectorTest {

  private static final String ENDED = "7301444404434567891";
  private static final String LIVE = "7301659152552454321";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(2);

  private StubPlatform platform;
  private Collector collector;

  @BeforeEach
  void start() throws Exception {
    platform = new StubPlatform();
    CollectorSettings usual =
        CollectorSettings.defaults(
            "worker-1",
            platform.url(),
            Secret.ofValue(StubPlatform.TOKEN),
            Secret.ofValue("a key that is long enough"));
    Duration often = Duration.ofMillis(200);
    CollectorSettings settings =
        new CollectorSettings(
            usual.id(),
            usual.platform(),
            new Poll(often, 50, often, often, often, often, true, Duration.ofDays(1)),
            new CollectorSettings.Chat(
                CollectorSettings.Transport.AUTO,
                often,
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                100),
            new Privacy(Users.PSEUDONYM, Text.KEEP, usual.privacy().key()),
            usual.budget(),
            usual.limits(),
            usual.sharing(),
            usual.duplicatesWindow());
    collector =
        new Collector(
            settings,
            topics,
            stack.clientProperties(),
            stack.serdes(),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    collector.start();
  }

  @AfterEach
  void close() {
    collector.close();
    platform.close();
  }

  @Test
  void start_endedRoom_publishesItsFrozenSnapshotAndNoChat() throws Exception {
    platform.answer("info", StubPlatform.fixture("info-ended.json"));
    platform.answer("status", StubPlatform.fixture("status.json"));
    watch(ENDED);
    try (TopicReader<RoomSnapshot> reader = stack.reader(topics.room())) {
      RoomSnapshot seen = reader.until(all -> !all.isEmpty(), LIMIT).get(0).value();
      assertThat(seen.getState()).isEqualTo(RoomState.ENDED);
      assertThat(seen.getTotalViewers()).isEqualTo(120533);
    }
    await().atMost(LIMIT).until(() -> asked("status") > 1);
    assertThat(asked("chat")).isZero();
    assertThat(asked("promotions")).isZero();
  }

  @Test
  void start_noUpgrade_repeatsGetAndCountsNothingTwice() throws Exception {
    platform.answerLive();
    platform.answer("chat", StubPlatform.fixture("chat-first.json"));
    watch(LIVE);
    await().atMost(LIMIT).until(() -> asked("chat") > 4);
    try (TopicReader<ChatEvent> reader = stack.reader(topics.chat())) {
      List<ConsumerRecord<String, ChatEvent>> all = reader.until(found -> found.size() >= 7, LIMIT);
      assertThat(all).hasSize(7);
      assertThat(all).filteredOn(one -> one.value().getKind() == ChatKind.ENTER).hasSize(5);
      assertThat(all).extracting(ConsumerRecord::key).containsOnly(LIVE);
      assertThat(all).allSatisfy(one -> assertThat(one.value().getUserName()).isNull());
    }
    assertThat(collector.counters().balance().duplicates()).isPositive();
    await().atMost(LIMIT).until(() -> collector.counters().balance().open() == 0);
  }

  @Test
  void start_socketCut_reconnectsAndRecordsTheGap() throws Exception {
    platform.upgrades();
    platform.answerLive();
    watch(LIVE);
    await().atMost(LIMIT).until(() -> platform.sockets() == 1);
    platform.send(StubPlatform.fixture("chat-later.json"));
    try (TopicReader<ChatEvent> reader = stack.reader(topics.chat())) {
      reader.until(found -> found.size() == 7, LIMIT);
    }
    platform.cutSockets();
    await().atMost(LIMIT).until(() -> platform.sockets() == 1);
    try (TopicReader<io.liveroom.observed.CollectionGap> reader = stack.reader(topics.gap())) {
      reader.until(found -> found.size() == 1, LIMIT);
    }
    assertThat(collector.health().isWell()).isTrue();
  }

  @Test
  void start_unreadableFeed_isADeadLetterWithoutTokenAndNothingStops() throws Exception {
    platform.answerLive();
    platform.answer(
        "feed", StubPlatform.fixture("feed-broken.json").replace("x", StubPlatform.TOKEN));
    watch(LIVE);
    try (TopicReader<io.liveroom.deadletter.DeadLetter> reader =
        stack.reader(topics.deadLetter())) {
      ConsumerRecord<String, io.liveroom.deadletter.DeadLetter> letter =
          reader.until(all -> !all.isEmpty(), LIMIT).get(0);
      assertThat(letter.key()).isEqualTo("feed");
      assertThat(letter.value().toString()).doesNotContain(StubPlatform.TOKEN);
    }
    try (TopicReader<RoomSnapshot> reader = stack.reader(topics.room())) {
      reader.until(all -> !all.isEmpty(), LIMIT);
    }
  }

  @Test
  void start_tombstone_stopsAsking() throws Exception {
    platform.answerLive();
    watch(LIVE);
    await().atMost(LIMIT).until(() -> collector.health().rooms() == 1);
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      producer.send(new ProducerRecord<>(topics.watchlist().name(), LIVE, null)).get();
    }
    await().atMost(LIMIT).until(() -> collector.health().rooms() == 0);
  }

  private void watch(String roomId) throws Exception {
    WatchedRoom room = WatchedRoom.newBuilder().setRoomId(roomId).setAddedAt(Instant.now()).build();
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      producer.send(new ProducerRecord<>(topics.watchlist().name(), roomId, room)).get();
    }
  }

  private long asked(String endpoint) {
    return platform.asked().stream().filter(one -> one.startsWith(endpoint + "?")).count();
  }
}
