package io.liveroom.processor.view;

import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.CollectionGap;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** How a record is told: what a later one replaces it by. */
final class Changes {

  private Changes() {}

  static Change of(SpecificRecord record, Instant at) {
    if (record instanceof RoomSession session) {
      return new Change.Fact(session.getRoomId(), "session", session, at);
    } else if (record instanceof RoomMinute minute) {
      return new Change.Fact(
          minute.getRoomId(), "minute:" + minute.getWindowStart().toEpochMilli(), minute, at);
    } else if (record instanceof Alert alert) {
      return new Change.Fact(alert.getRoomId(), alert.getAlertId(), alert, at);
    } else if (record instanceof PromotionChange change) {
      return new Change.Fact(change.getRoomId(), change.getChangeId(), change, at);
    } else if (record instanceof CollectionGap gap) {
      return new Change.Fact(gap.getRoomId(), gap.getEventId(), gap, at);
    }
    throw new IllegalArgumentException("nobody is told of a " + record.getSchema().getName());
  }
}
