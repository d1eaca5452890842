package io.liveroom.processor;

import io.liveroom.common.RoomState;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented derived records of one room, by minutes or seconds from a start. */
public final class DerivedFacts {

  static {
    new RecordSerdes("mock://facts").serializer().close(); // tells Avro to trust our records
  }

  private static final Topics TOPICS = new Topics("liveroom");

  private final String roomId;
  private final Instant start;

  public DerivedFacts(String roomId, Instant start) {
    this.roomId = roomId;
    this.start = start;
  }

  public static DerivedFacts usual() {
    return new DerivedFacts(Facts.ROOM, Facts.START);
  }

  /** A broadcast that started at the start. */
  public RoomSession session(RoomState state, double seconds) {
    RoomSession session = (RoomSession) TOPICS.session().blank();
    session.setRoomId(roomId);
    session.setState(state);
    session.setStartedAt(start);
    session.setFirstEventAt(start);
    session.setLastEventAt(at(seconds));
    session.setEndedAt(state == RoomState.ENDED ? at(seconds) : null);
    session.setTitle("a title");
    session.setRevision(1);
    return session;
  }

  /** A final minute with a steady online figure, wholly covered; null = not covered. */
  public RoomMinute minute(int minute, @Nullable Integer online) {
    RoomMinute record = (RoomMinute) TOPICS.roomMinute().blank();
    record.setRoomId(roomId);
    record.setWindowStart(at(60.0 * minute));
    record.setWindowEnd(at(60.0 * (minute + 1)));
    record.setOnlineAvg(online == null ? null : Double.valueOf(online));
    record.setOnlineMax(online == null ? null : Long.valueOf(online));
    record.setOnlineCoverage(online == null ? 0.0 : 1.0);
    record.setRevision(1000);
    record.setIsFinal(true);
    return record;
  }

  public PromotionChange change(ChangeKind kind, String product, double seconds) {
    PromotionChange change = (PromotionChange) TOPICS.promotionChange().blank();
    change.setChangeId(roomId + ':' + product + ':' + kind + ':' + seconds);
    change.setRoomId(roomId);
    change.setPromotionId(product);
    change.setTitle("a " + product);
    change.setKind(kind);
    change.setChangedAt(at(seconds));
    return change;
  }

  public WatchedRoom watched(String... labels) {
    return WatchedRoom.newBuilder()
        .setRoomId(roomId)
        .setLabels(List.of(labels))
        .setAddedAt(start)
        .build();
  }

  public Instant at(double seconds) {
    return start.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }
}
