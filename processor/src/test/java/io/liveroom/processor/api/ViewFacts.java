package io.liveroom.processor.api;

import io.liveroom.common.EventTimeSource;
import io.liveroom.common.RoomState;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.AudienceRank;
import io.liveroom.observed.AudienceRanking;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.GapCause;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Invented facts, as the other applications would publish them, of the last half hour. */
final class ViewFacts {

  private final Instant start =
      Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);
  private final Topics topics;
  private final Producer<String, SpecificRecord> producer;

  ViewFacts(Topics topics, Producer<String, SpecificRecord> producer) {
    this.topics = topics;
    this.producer = producer;
  }

  static String room(int number) {
    return Long.toString(7_300_000_000_000_000_000L + number);
  }

  Instant minute(int number) {
    return start.plus(Duration.ofMinutes(number));
  }

  void send(Topic<?> topic, String roomId, SpecificRecord record) {
    producer.send(
        new ProducerRecord<>(topic.name(), null, minute(0).toEpochMilli(), roomId, record));
  }

  void flush() {
    producer.flush();
  }

  /** A session at a revision, which is its online figure and more too. */
  void session(int room, RoomState state, long revision) {
    send(
        topics.session(),
        room(room),
        RoomSession.newBuilder((RoomSession) topics.session().blank())
            .setRoomId(room(room))
            .setTitle("Title of " + room)
            .setOwnerName("Anchor " + room % 7)
            .setState(state)
            .setStartedAt(minute(0))
            .setLastEventAt(minute(1).plusMillis(revision))
            .setOnlineLast(1000L + room)
            .setTotalViewers(revision)
            .setChatCount(revision)
            .setRevision(revision)
            .setIsFinal(false)
            .build());
  }

  void minute(int room, int minute, long revision) {
    send(
        topics.roomMinute(),
        room(room),
        RoomMinute.newBuilder((RoomMinute) topics.roomMinute().blank())
            .setRoomId(room(room))
            .setWindowStart(minute(minute))
            .setWindowEnd(minute(minute + 1))
            .setChatCount(minute)
            .setRevision(revision)
            .setIsFinal(false)
            .build());
  }

  void watch(int room, String... labels) {
    send(
        topics.watchlist(),
        room(room),
        WatchedRoom.newBuilder()
            .setRoomId(room(room))
            .setLabels(List.of(labels))
            .setAddedAt(minute(0))
            .build());
  }

  void alert(int room, int minute, AlertStatus status) {
    send(
        topics.alert(),
        room(room),
        Alert.newBuilder((Alert) topics.alert().blank())
            .setAlertId(room(room) + ":online_drop:" + minute)
            .setRoomId(room(room))
            .setRule("online_drop")
            .setSeverity(AlertSeverity.WARNING)
            .setStatus(status)
            .setStartedAt(minute(minute))
            .setResolvedAt(status == AlertStatus.RESOLVED ? minute(minute + 1) : null)
            .setSummary("online fell")
            .build());
  }

  void change(int room, String product, ChangeKind kind, int minute, long price) {
    send(
        topics.promotionChange(),
        room(room),
        PromotionChange.newBuilder((PromotionChange) topics.promotionChange().blank())
            .setChangeId(room(room) + ":" + product + ":" + kind + ":" + minute)
            .setRoomId(room(room))
            .setPromotionId(product)
            .setTitle("Product " + product)
            .setKind(kind)
            .setChangedAt(minute(minute))
            .setPriceFenAfter(price)
            .setPosition(1)
            .build());
  }

  void gap(int room, int from, int to) {
    send(
        topics.gap(),
        room(room),
        CollectionGap.newBuilder((CollectionGap) topics.gap().blank())
            .setEventId(room(room) + ":gap:" + from)
            .setRoomId(room(room))
            .setEventTime(minute(from))
            .setEventTimeSource(EventTimeSource.ARRIVAL)
            .setReceivedAt(minute(to))
            .setGapFrom(minute(from))
            .setGapTo(minute(to))
            .setCause(GapCause.SOCKET_DOWN)
            .build());
  }

  void audience(int room, int places) {
    send(
        topics.audience(),
        room(room),
        AudienceRanking.newBuilder((AudienceRanking) topics.audience().blank())
            .setEventId(room(room) + ":audience")
            .setRoomId(room(room))
            .setEventTime(minute(1))
            .setReceivedAt(minute(1))
            .setRanks(
                java.util.stream.IntStream.rangeClosed(1, places)
                    .mapToObj(
                        rank ->
                            AudienceRank.newBuilder().setRank(rank).setScore(1000L - rank).build())
                    .toList())
            .build());
  }
}
