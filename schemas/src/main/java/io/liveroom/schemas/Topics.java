package io.liveroom.schemas;

import io.liveroom.control.WatchedRoom;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.AudienceRanking;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The catalogue of topics: the one place that code, command line and documents read.
 *
 * <p>All topics have the same partition count, so everything of a room is in one partition number.
 */
public final class Topics {

  public static final String DEFAULT_PREFIX = "liveroom";

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  private final Topic<WatchedRoom> watchlist;
  private final Topic<RoomStatus> status;
  private final Topic<RoomSnapshot> room;
  private final Topic<ChatEvent> chat;
  private final Topic<PromotionList> promotions;
  private final Topic<AudienceRanking> audience;
  private final Topic<CollectionGap> gap;
  private final Topic<RoomMinute> roomMinute;
  private final Topic<RoomSession> session;
  private final Topic<PromotionChange> promotionChange;
  private final Topic<Alert> alert;
  private final Topic<DeadLetter> deadLetter;

  /** The catalogue under a prefix, {@value #DEFAULT_PREFIX} unless set otherwise. */
  public Topics(String prefix) {
    watchlist = compacted(prefix + ".control.watchlist.v1", WatchedRoom.class, "rooms to watch");
    status = kept(prefix + ".observed.status.v1", RoomStatus.class, WEEK, "what status said");
    room = kept(prefix + ".observed.room.v1", RoomSnapshot.class, WEEK, "info and feed snapshots");
    chat = kept(prefix + ".observed.chat.v1", ChatEvent.class, WEEK, "one record a chat message");
    promotions =
        kept(prefix + ".observed.promotions.v1", PromotionList.class, WEEK, "goods on sale");
    audience =
        kept(prefix + ".observed.audience.v1", AudienceRanking.class, WEEK, "contribution ranking");
    gap = kept(prefix + ".observed.gap.v1", CollectionGap.class, MONTH, "what was not seen");
    roomMinute =
        kept(prefix + ".derived.room-minute.v1", RoomMinute.class, MONTH, "figures of a minute");
    session =
        compacted(prefix + ".derived.session.v1", RoomSession.class, "figures of a broadcast");
    promotionChange =
        kept(
            prefix + ".derived.promotion-change.v1",
            PromotionChange.class,
            MONTH,
            "changes on the shelf");
    alert = kept(prefix + ".derived.alert.v1", Alert.class, MONTH, "conditions begun and ended");
    deadLetter =
        kept(prefix + ".dead-letter.v1", DeadLetter.class, MONTH, "payloads that can't be read");
  }

  public Topic<WatchedRoom> watchlist() {
    return watchlist;
  }

  public Topic<RoomStatus> status() {
    return status;
  }

  public Topic<RoomSnapshot> room() {
    return room;
  }

  public Topic<ChatEvent> chat() {
    return chat;
  }

  public Topic<PromotionList> promotions() {
    return promotions;
  }

  public Topic<AudienceRanking> audience() {
    return audience;
  }

  public Topic<CollectionGap> gap() {
    return gap;
  }

  public Topic<RoomMinute> roomMinute() {
    return roomMinute;
  }

  public Topic<RoomSession> session() {
    return session;
  }

  public Topic<PromotionChange> promotionChange() {
    return promotionChange;
  }

  public Topic<Alert> alert() {
    return alert;
  }

  public Topic<DeadLetter> deadLetter() {
    return deadLetter;
  }

  /** Every topic, in the data's order. */
  public List<Topic<?>> all() {
    return List.of(
        watchlist,
        status,
        room,
        chat,
        promotions,
        audience,
        gap,
        roomMinute,
        session,
        promotionChange,
        alert,
        deadLetter);
  }

  private static <V extends SpecificRecord> Topic<V> kept(
      String name, Class<V> type, Duration retention, String purpose) {
    return new Topic<>(name, type, Optional.of(retention), purpose);
  }

  private static <V extends SpecificRecord> Topic<V> compacted(
      String name, Class<V> type, String purpose) {
    return new Topic<>(name, type, Optional.empty(), purpose);
  }
}
