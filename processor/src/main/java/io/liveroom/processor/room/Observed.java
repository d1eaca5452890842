package io.liveroom.processor.room;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** What all observed records begin with, and the record itself. */
public record Observed(String eventId, Instant eventTime, Instant receivedAt, SpecificRecord fact) {

  /** Stage of the dead letters that the processor writes. */
  public static final String PROCESSORS_OWN = "process";

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
    if (fact instanceof CollectionGap gap) {
      return new Observed(gap.getEventId(), gap.getEventTime(), gap.getReceivedAt(), fact);
    }
    if (fact instanceof DeadLetter letter) {
      return new Observed(
          letter.getDeadLetterId(), letter.getReceivedAt(), letter.getReceivedAt(), fact);
    }
    throw new IllegalArgumentException(
        "not an observed record that figures are made of: " + fact.getSchema().getFullName());
  }

  /**
   * Whether a record says something of a room. A dead letter does, unless what could not be read
   * belongs to no room, or the processor itself wrote it.
   */
  public static boolean isOfARoom(SpecificRecord fact) {
    return !(fact instanceof DeadLetter letter)
        || (letter.getRoomId() != null && !letter.getStage().equals(PROCESSORS_OWN));
  }

  /** Event time in milliseconds, which is what windows are counted in. */
  public long time() {
    return eventTime.toEpochMilli();
  }
}
