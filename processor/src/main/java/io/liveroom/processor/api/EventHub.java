package io.liveroom.processor.api;

import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.CollectionGap;
import io.liveroom.processor.view.Change;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;

/** Hands each change of this instance's rooms to all who listen, as one event that they share. */
final class EventHub {

  private final List<EventStream> streams = new CopyOnWriteArrayList<>();

  void add(EventStream stream) {
    streams.add(stream);
  }

  void remove(EventStream stream) {
    streams.remove(stream);
  }

  int size() {
    return streams.size();
  }

  /** Called by the tasks' threads. */
  void tell(Change change) {
    if (streams.isEmpty()) {
      return;
    }
    Event event = event(change);
    streams.forEach(stream -> stream.offer(event));
  }

  static Event event(Change change) {
    if (change instanceof Change.Room room) {
      return new Event("room", room.roomId(), "", () -> RoomSummary.of(room.view()).encode());
    } else if (change instanceof Change.Fact fact) {
      return new Event(
          name(fact.record()), fact.roomId(), fact.id(), () -> AvroJson.of(fact.record()).encode());
    }
    throw new IllegalStateException("a change of a new kind");
  }

  private static String name(SpecificRecord record) {
    if (record instanceof RoomSession) {
      return "session";
    } else if (record instanceof RoomMinute) {
      return "minute";
    } else if (record instanceof Alert) {
      return "alert";
    } else if (record instanceof PromotionChange) {
      return "promotion-change";
    } else if (record instanceof CollectionGap) {
      return "gap";
    }
    throw new IllegalStateException("nobody is told of a " + record.getSchema().getName());
  }
}
