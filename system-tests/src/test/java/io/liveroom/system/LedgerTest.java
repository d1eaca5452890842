package io.liveroom.system;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.simulator.ledger.ChatFact;
import io.liveroom.simulator.ledger.RoomFacts;
import io.liveroom.simulator.ledger.SnapshotFact;
import io.liveroom.simulator.ledger.TrueMinute;
import io.liveroom.simulator.ledger.TrueSession;
import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.RoomStatus;
import io.liveroom.testkit.TestStack;
import io.liveroom.testkit.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A few dozen short broadcasts, of all sizes, in both chat editions, by socket and by GET, with
 * every trap: each figure of each room, minute and session must equal the ledger's.
 */
final class LedgerTest {

  private static final int ROOMS = 36;
  private static final long SEED = 20_261_123;
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A message sent later than this after its window may come too late for it. */
  private static final Duration SURELY_IN_TIME = Pipeline.GRACE.minusSeconds(5);

  /** The ledger's own, and what is under another name and compared apart. */
  private static final Set<String> LEDGER_ONLY = Set.of("timeIsArrival", "sentAfterEnd", "shares");

  /** A shelf has no time but its arrival: near an edge the ledger cannot know its window. */
  private static final Set<String> NEAR_A_SHELF =
      Set.of("timeIsArrival", "sentAfterEnd", "shares", "promotionCount", "explainingPromotionId");

  private static Pipeline pipeline;
  private static List<String> rooms;
  private static Map<String, RoomSession> sessions;
  private static Map<String, RoomMinute> minutes;
  private static Missed missed;
  private static Instant begun;
  private static ToldChanges changes;
  private static LifeAlerts alerts;

  @BeforeAll
  static void watchTheBroadcastsToTheirEnd(@TempDir Path directory) {
    TestStack.shared(); // what takes long to start comes before the broadcasts do
    begun = Instant.now();
    pipeline = new Pipeline(Simulated.world(SEED, ROOMS), directory);
    rooms = pipeline.simulator.roomIds();
    pipeline.watch(rooms);
    pipeline.start();
    try (TopicReader<RoomSession> reader = pipeline.stack.reader(pipeline.topics.session())) {
      List<ConsumerRecord<String, RoomSession>> read = reader.until(LedgerTest::allFinal, LIMIT);
      sessions = latestSessions(read);
      alerts = LifeAlerts.read(pipeline, read, PATIENCE);
    }
    pipeline.collector().close();
    missed = Missed.read(pipeline);
    try (TopicReader<RoomMinute> reader = pipeline.stack.reader(pipeline.topics.roomMinute())) {
      minutes = latestMinutes(reader.until(LedgerTest::allClosed, LIMIT));
    }
    changes = ToldChanges.read(pipeline, rooms);
  }

  @AfterAll
  static void end() {
    pipeline.close();
  }

  @Test
  void sessions_everyRoom_equalTheLedger() {
    List<String> wrong = new ArrayList<>();
    for (TrueSession truth : pipeline.simulator.ledger().sessions(Simulated.RULES)) {
      RoomSession session = sessions.get(truth.roomId());
      if (session != null) {
        Differences.between(truth, session, LEDGER_ONLY)
            .forEach(line -> wrong.add(truth.roomId() + " " + line));
        if (!sharesOf(truth).equals(sharesOf(session))) {
          wrong.add(truth.roomId() + " shares: " + truth.shares() + ", " + sharesOf(session));
        }
      }
    }
    assertThat(sessions.keySet()).containsAll(rooms);
    assertThat(wrong).isEmpty();
  }

  @Test
  void minutes_everyRoomAndWindow_equalTheLedger() {
    List<String> wrong = new ArrayList<>();
    List<TrueMinute> compared = truths().stream().filter(LedgerTest::isKnownExactly).toList();
    for (TrueMinute truth : compared) {
      differences(truth)
          .forEach(line -> wrong.add(truth.roomId() + " " + truth.windowStart() + " " + line));
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).as("windows compared").hasSizeGreaterThan(truths().size() / 2);
  }

  @Test
  void minutes_addedUpOverARoom_equalTheLedger() {
    Map<String, Long> late =
        sessions.values().stream()
            .collect(toMap(RoomSession::getRoomId, RoomSession::getLateEvents));
    for (String room : rooms) {
      if (late.getOrDefault(room, 0L) == 0) {
        assertThat(published(room, RoomMinute::getChatCount))
            .as("chats of " + room)
            .isEqualTo(known(room, TrueMinute::chatCount));
        assertThat(published(room, RoomMinute::getGiftCount))
            .as("gifts of " + room)
            .isEqualTo(known(room, TrueMinute::giftCount));
        assertThat(published(room, RoomMinute::getGiftValue))
            .as("gift value of " + room)
            .isEqualTo(known(room, TrueMinute::giftValue));
        assertThat(published(room, RoomMinute::getFollowCount))
            .as("follows of " + room)
            .isEqualTo(known(room, TrueMinute::followCount));
      }
    }
  }

  /** The collector tells what it did not see: nobody else can know. */
  @Test
  void quality_everyRoom_asTheCollectorTold() {
    List<String> wrong = new ArrayList<>();
    for (RoomSession session : sessions.values()) {
      String room = session.getRoomId();
      long unseen = missed.unseen(room, begun, session.getEndedAt());
      if (Math.abs(session.getGapSeconds() * 1000 - unseen) > 500) {
        wrong.add(room + " " + session.getGapSeconds() + " s in gaps, told " + unseen + " ms");
      }
      if (session.getUndecodablePayloads() != missed.unread(room)) {
        wrong.add(room + " undecodable: " + session.getUndecodablePayloads());
      }
    }
    for (RoomMinute minute : minutes.values()) {
      Instant end = requireNonNull(sessions.get(minute.getRoomId())).getEndedAt();
      Instant until = end.isBefore(minute.getWindowEnd()) ? end : minute.getWindowEnd();
      long unseen = missed.unseen(minute.getRoomId(), minute.getWindowStart(), until);
      if (Math.abs(minute.getGapSeconds() * 1000 - unseen) > 500) {
        wrong.add(minute.getRoomId() + " at " + minute.getWindowStart() + ": told " + unseen);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void changes_everyProduct_equalTheLedger() {
    assertThat(changes.byId()).as("each once").hasSize(changes.published().size());
    assertThat(changes.byId().keySet()).isEqualTo(changes.truthsById().keySet());
    assertThat(changes.differences()).isEmpty();
  }

  @Test
  void changes_addedUpOverARoom_equalItsSession() {
    for (String room : rooms) {
      RoomSession session = requireNonNull(sessions.get(room));
      Integer seen = session.getPromotionsSeen();
      assertThat(changes.sum(room, PromotionChange::getSalesGained))
          .as("units of " + room)
          .isEqualTo(orZero(session.getSalesEstimate()));
      assertThat(changes.sum(room, PromotionChange::getGmvEstimateFen))
          .as("worth of " + room)
          .isEqualTo(orZero(session.getGmvEstimateFen()));
      assertThat(changes.products(room))
          .as("products of " + room)
          .isEqualTo(seen == null ? 0 : seen);
    }
  }

  @Test
  void alerts_everyBroadcastSeenLive_startAndEndOnceAndNoFalseDrop() {
    assertThat(alerts.started()).hasSizeGreaterThan(ROOMS / 2);
    for (String room : rooms) {
      assertThat(alerts.of(room))
          .as(room)
          .containsExactlyInAnyOrderElementsOf(alerts.expected(room));
    }
    assertThat(alerts.told().values())
        .allSatisfy(told -> assertThat(told).noneMatch(words -> words.startsWith("online_drop")));
  }

  @Test
  void world_theTest_isWorthItsName() {
    assertThat(changes.kinds()).isEqualTo(EnumSet.complementOf(EnumSet.of(ChangeKind.UNKNOWN)));
    assertThat(total(RoomSession::getGiftCount)).as("gifts").isGreaterThan(100);
    assertThat(total(RoomSession::getChatCount)).as("chats").isGreaterThan(500);
    assertThat(total(RoomSession::getFollowCount)).as("follows").isPositive();
    assertThat(total(RoomSession::getShareCount)).as("shares").isPositive();
  }

  @Test
  void counters_afterTheRun_balance() {
    assertThat(pipeline.collector().counters().balance().open()).isZero();
  }

  private static long orZero(@Nullable Long figure) {
    return figure == null ? 0 : figure;
  }

  private static List<Double> sharesOf(TrueSession truth) {
    RoomShown.Sources from = truth.shares();
    return from == null
        ? Arrays.asList(null, null, null, null)
        : List.of(from.city(), from.myFollow(), from.videoDetail(), from.other());
  }

  private static List<Double> sharesOf(RoomSession session) {
    return Arrays.asList(
        session.getShareFromCity(),
        session.getShareFromMyFollow(),
        session.getShareFromVideoDetail(),
        session.getShareFromOther());
  }

  private static List<String> differences(TrueMinute truth) {
    RoomMinute minute = minutes.get(key(truth.roomId(), truth.windowStart().toEpochMilli()));
    if (minute != null) {
      return Differences.between(truth, minute, truth.timeIsArrival() ? NEAR_A_SHELF : LEDGER_ONLY);
    }
    return holdsNothingButAShelf(truth) ? List.of() : List.of("is missing");
  }

  /**
   * A socket begins with messages from before; some are too late for their window, and whether they
   * are is a matter of milliseconds. Windows that such a message could reach are left out.
   */
  private static boolean isKnownExactly(TrueMinute truth) {
    return facts(truth).chat().stream()
        .filter(LedgerTest::mayBeLate)
        .map(late -> late.eventTime().plus(Pipeline.TREND_SPAN))
        .allMatch(reach -> reach.isBefore(truth.windowStart()));
  }

  private static boolean mayBeLate(ChatFact fact) {
    return Duration.between(fact.eventTime(), fact.sentAt()).compareTo(SURELY_IN_TIME) >= 0;
  }

  private static RoomFacts facts(TrueMinute truth) {
    return pipeline.simulator.ledger().facts(truth.roomId()).orElseThrow();
  }

  private static boolean holdsNothingButAShelf(TrueMinute truth) {
    RoomFacts facts = facts(truth);
    Stream<Instant> times =
        Stream.concat(
            facts.chat().stream().map(ChatFact::eventTime),
            facts.snapshots().stream()
                .filter(snapshot -> snapshot.shown().status() != RoomStatus.ENDED)
                .map(SnapshotFact::eventTime));
    return times.noneMatch(
        at -> !at.isBefore(truth.windowStart()) && at.isBefore(truth.windowEnd()));
  }

  private static List<TrueMinute> truths() {
    return pipeline.simulator.ledger().minutes(Pipeline.WINDOW, Simulated.RULES).stream()
        .filter(truth -> rooms.contains(truth.roomId()))
        .toList();
  }

  private static long known(String room, ToLongFunction<TrueMinute> figure) {
    return truths().stream().filter(truth -> truth.roomId().equals(room)).mapToLong(figure).sum();
  }

  private static long published(String room, ToLongFunction<RoomMinute> figure) {
    return minutes.values().stream()
        .filter(minute -> minute.getRoomId().equals(room))
        .mapToLong(figure)
        .sum();
  }

  private static long total(ToLongFunction<RoomSession> figure) {
    return sessions.values().stream().mapToLong(figure).sum();
  }

  private static boolean allFinal(List<ConsumerRecord<String, RoomSession>> read) {
    Collection<RoomSession> latest = latestSessions(read).values();
    return latest.stream().filter(RoomSession::getIsFinal).count() == rooms.size();
  }

  private static boolean allClosed(List<ConsumerRecord<String, RoomMinute>> read) {
    return latestMinutes(read).values().stream().allMatch(RoomMinute::getIsFinal);
  }

  private static Map<String, RoomSession> latestSessions(
      List<ConsumerRecord<String, RoomSession>> read) {
    Map<String, RoomSession> latest = new HashMap<>();
    read.forEach(
        record -> latest.merge(record.key(), record.value(), newer(RoomSession::getRevision)));
    return latest;
  }

  private static Map<String, RoomMinute> latestMinutes(
      List<ConsumerRecord<String, RoomMinute>> read) {
    Map<String, RoomMinute> latest = new HashMap<>();
    read.forEach(
        record ->
            latest.merge(
                key(record.key(), record.value().getWindowStart().toEpochMilli()),
                record.value(),
                newer(RoomMinute::getRevision)));
    return latest;
  }

  private static String key(String roomId, long windowStart) {
    return roomId + '@' + windowStart;
  }

  private static <V> BinaryOperator<V> newer(ToLongFunction<V> revision) {
    return (one, other) -> revision.applyAsLong(one) > revision.applyAsLong(other) ? one : other;
  }
}
