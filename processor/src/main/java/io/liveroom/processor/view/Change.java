package io.liveroom.processor.view;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Something that changed about a room, as its new state. */
public sealed interface Change {

  String roomId();

  /** When this instance had it, by its clock. */
  Instant at();

  /** The room's summary changed. */
  record Room(RoomView view) implements Change {

    @Override
    public String roomId() {
      return view.roomId();
    }

    @Override
    public Instant at() {
      return view.updatedAt();
    }
  }

  /**
   * A record came.
   *
   * @param id what a later one replaces it by
   */
  record Fact(String roomId, String id, SpecificRecord record, Instant at) implements Change {}
}
