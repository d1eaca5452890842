package io.liveroom.processor.room;

import io.liveroom.control.WatchedRoom;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** What all observed records begin with, and the record itself; derived ones are read alike. */
public record Observed(String eventId, Instant eventTime, Instant receivedAt, SpecificRecord fact) {

  /** Stage of the dead letters that the processor writes. */
  public static final String PROCESSORS_OWN = "process";

  private static final int BYTES_OF_A_FACT = 100;
  private static final int BYTES_OF_A_PRODUCT = 150;

  /** The labels of a room belong to all that is known of it, so they are read before it. */
  private static final Instant BEFORE_ALL = Instant.EPOCH;

  /** Reads the beginning of a record. */
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
    return derived(fact);
  }

  private static Observed derived(SpecificRecord fact) {
    if (fact instanceof RoomMinute minute) {
      Instant start = minute.getWindowStart();
      return told(minute.getRoomId() + ':' + start + ':' + minute.getRevision(), start, fact);
    }
    if (fact instanceof RoomSession session) {
      Instant last = session.getLastEventAt();
      String id = session.getRoomId() + ':' + session.getRevision();
      return told(id, last == null ? BEFORE_ALL : last, fact);
    }
    if (fact instanceof PromotionChange change) {
      return told(change.getChangeId(), change.getChangedAt(), fact);
    }
    if (fact instanceof WatchedRoom room) {
      return told(room.getRoomId(), BEFORE_ALL, fact);
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

  private static Observed told(String id, Instant time, SpecificRecord fact) {
    return new Observed(id, time, time, fact);
  }

  /**
   * Whether its coming shows that the partition is not silent, even where it is older than what is
   * known. What is derived comes late on purpose: finals come when all is over.
   */
  boolean isObserved() {
    return !(fact instanceof RoomMinute
        || fact instanceof RoomSession
        || fact instanceof PromotionChange
        || fact instanceof WatchedRoom);
  }

  /**
   * Bytes that the state of its room may grow by, roughly: lists of products are the large ones.
   */
  int growth() {
    return fact instanceof PromotionList list
        ? BYTES_OF_A_FACT + list.getPromotions().size() * BYTES_OF_A_PRODUCT
        : BYTES_OF_A_FACT;
  }

  /** Event time in milliseconds, which is what windows are counted in. */
  public long time() {
    return eventTime.toEpochMilli();
  }
}
