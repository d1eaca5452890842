package io.liveroom.collector.publish;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** The coordinates with which every observed record begins. */
public record Observed(String eventId, String roomId, Instant eventTime) {

  private static final int EVENT_ID = 0;
  private static final int ROOM_ID = 1;
  private static final int EVENT_TIME = 2;

  public static Observed of(SpecificRecord fact) {
    return new Observed(
        (String) fact.get(EVENT_ID), (String) fact.get(ROOM_ID), (Instant) fact.get(EVENT_TIME));
  }
}
