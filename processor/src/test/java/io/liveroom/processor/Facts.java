package io.liveroom.processor;

import io.liveroom.common.EventTimeSource;
import io.liveroom.common.RoomState;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.GapCause;
import io.liveroom.observed.Promotion;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.observed.SnapshotSource;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Invented facts of one room, by seconds from a start. */
public final class Facts {

  public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  public static final String ROOM = "7300000000000000001";

  private Facts() {}

  /** The key of a fact's record. */
  static String roomOf(SpecificRecord fact) {
    Object room = fact.get(fact.getSchema().getField("room_id").pos());
    return room == null ? "feed" : room.toString();
  }

  public static Instant at(double seconds) {
    return START.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** A message of a kind by a user, at a time; its id makes it what it is. */
  public static ChatEvent.Builder message(
      ChatKind kind, String id, @Nullable String user, double seconds) {
    return ChatEvent.newBuilder()
        .setEventId(ROOM + ":" + id)
        .setRoomId(ROOM)
        .setEventTime(at(seconds))
        .setEventTimeSource(EventTimeSource.SERVER)
        .setReceivedAt(at(seconds))
        .setCollectorId("test")
        .setEndpoint("chat")
        .setKind(kind)
        .setPlatformType("Webcast" + kind)
        .setMessageId(id)
        .setUserId(user);
  }

  public static ChatEvent chat(String id, String user, double seconds) {
    return message(ChatKind.CHAT, id, user, seconds).build();
  }

  public static ChatEvent tick(String id, String user, double seconds, long count, boolean end) {
    return message(ChatKind.GIFT, id, user, seconds)
        .setGiftId("463")
        .setGiftName("little heart")
        .setGiftGroupId("g-" + user)
        .setGiftRepeatCount(count)
        .setGiftRepeatEnd(end)
        .setGiftUnitDiamonds(2L)
        .build();
  }

  public static RoomSnapshot.Builder snapshot(RoomState state, double seconds) {
    return RoomSnapshot.newBuilder()
        .setEventId(ROOM + ":info:" + state + seconds)
        .setRoomId(ROOM)
        .setEventTime(at(seconds))
        .setEventTimeSource(EventTimeSource.SERVER)
        .setReceivedAt(at(seconds))
        .setCollectorId("test")
        .setEndpoint("info")
        .setSource(SnapshotSource.INFO)
        .setState(state);
  }

  public static RoomSnapshot live(double seconds, long online, long viewers, long follows) {
    return snapshot(RoomState.LIVE, seconds)
        .setOnlineCount(online)
        .setTotalViewers(viewers)
        .setFollowCount(follows)
        .build();
  }

  public static RoomStatus status(boolean alive, double seconds) {
    return RoomStatus.newBuilder()
        .setEventId(ROOM + ":status:" + seconds)
        .setRoomId(ROOM)
        .setEventTime(at(seconds))
        .setEventTimeSource(EventTimeSource.SERVER)
        .setReceivedAt(at(seconds))
        .setCollectorId("test")
        .setEndpoint("status")
        .setAlive(alive)
        .build();
  }

  public static PromotionList shelf(
      double seconds, @Nullable String explaining, Promotion... promotions) {
    return PromotionList.newBuilder()
        .setEventId(ROOM + ":promotions:" + seconds)
        .setRoomId(ROOM)
        .setEventTime(at(seconds))
        .setEventTimeSource(EventTimeSource.ARRIVAL)
        .setReceivedAt(at(seconds))
        .setCollectorId("test")
        .setEndpoint("promotions")
        .setPromotions(List.of(promotions))
        .setIsComplete(true)
        .setExplainingPromotionId(explaining)
        .build();
  }

  /** A list of which not all pages were read. */
  public static PromotionList partialShelf(
      double seconds, @Nullable String explaining, Promotion... promotions) {
    return PromotionList.newBuilder(shelf(seconds, explaining, promotions))
        .setIsComplete(false)
        .build();
  }

  public static Promotion promotion(String id, long sales, long priceFen) {
    return Promotion.newBuilder().setPromotionId(id).setSales(sales).setPriceFen(priceFen).build();
  }

  public static CollectionGap gap(GapCause cause, double from, double to) {
    return CollectionGap.newBuilder()
        .setEventId(ROOM + ":gap:" + from + ":" + cause)
        .setRoomId(ROOM)
        .setEventTime(at(from))
        .setEventTimeSource(EventTimeSource.ARRIVAL)
        .setReceivedAt(at(to))
        .setCollectorId("test")
        .setEndpoint("chat")
        .setGapFrom(at(from))
        .setGapTo(at(to))
        .setCause(cause)
        .build();
  }

  /** A payload of the room that the collector could not read. */
  public static DeadLetter.Builder letter(String id, double seconds) {
    return DeadLetter.newBuilder()
        .setDeadLetterId(ROOM + ":chat:" + id)
        .setRoomId(ROOM)
        .setEndpoint("chat")
        .setStage("decode")
        .setReason(DeadLetterReason.NOT_JSON)
        .setDetail("not JSON")
        .setReceivedAt(at(seconds))
        .setCollectorId("test")
        .setPayload(ByteBuffer.allocate(0))
        .setPayloadSize(0);
  }
}
