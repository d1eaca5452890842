package io.liveroom.processor.room;

import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** What all observed records begin with, and the record itself. */
public record Observed(String eventId, Instant eventTime, Instant receivedAt, SpecificRecord fact) {

  /** Reads the beginning of an observed record. */
  public static Observed of(SpecificRecord fact) {
    if (fact instanceof ChatEvent chat) {
      return new Observed(chat.getEventId(), chat.getEventTime(), chat.getReceivedAt(), fact);
    }
    if (fact instanceof RoomSnapshot room) {
      return new Observed(room.getEventId(), room.getEventTime(), room.getReceivedAt(), fact);
    }
    if (fact instanceof PromotionList list) {
      return new Observed(list.getEventId(), list.getEventTime(), list.getReceivedAt(), fact);
    }
    if (fact instanceof RoomStatus status) {
      return new Observed(status.getEventId(), status.getEventTime(), status.getReceivedAt(), fact);
    }
    throw new IllegalArgumentException(
        "not an observed record that figures are made of: " + fact.getSchema().getFullName());
  }

  /** Event time in milliseconds, which is what windows are counted in. */
  public long time() {
    return eventTime.toEpochMilli();
  }
}
