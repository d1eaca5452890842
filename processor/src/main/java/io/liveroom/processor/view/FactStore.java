package io.liveroom.processor.view;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.PromotionChange;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is kept of the rooms of one partition, written by its task. */
final class FactStore {

  private final KeyValueStore<Bytes, byte[]> store;
  private final RoomFacts facts;

  FactStore(KeyValueStore<Bytes, byte[]> store, Deserializer<SpecificRecord> deserializer) {
    this.store = store;
    this.facts = new RoomFacts(store, deserializer);
  }

  RoomFacts facts() {
    return facts;
  }

  void know(String roomId, Instant now) {
    store.put(FactKey.of(Kind.ROOM, roomId), RoomFacts.value(now, new byte[0]));
  }

  /** Puts the one entry of a kind that a room has. */
  void put(Kind kind, String roomId, byte[] bytes, Instant now) {
    store.put(FactKey.of(kind, roomId), RoomFacts.value(now, bytes));
  }

  /** Puts an entry of a room's history. */
  void put(Kind kind, String roomId, Instant time, String id, byte[] bytes, Instant now) {
    store.put(FactKey.of(kind, roomId, time.toEpochMilli(), id), RoomFacts.value(now, bytes));
  }

  void put(Alert alert, byte[] bytes, Instant now) {
    String roomId = alert.getRoomId();
    String id = alert.getAlertId();
    byte[] value = RoomFacts.value(now, bytes);
    long started = alert.getStartedAt().toEpochMilli();
    store.put(FactKey.of(Kind.ALERT, roomId, FactKey.newestFirst(started), id), value);
    store.put(FactKey.newest(Kind.RECENT, started, id), value);
    Bytes raised = FactKey.of(Kind.RAISED, roomId, id);
    if (alert.getStatus() == AlertStatus.RAISED) {
      store.put(raised, value);
    } else {
      store.delete(raised);
    }
  }

  /** Puts a change into the history, and what it does to its product onto the shelf. */
  void put(PromotionChange change, byte[] bytes, Instant now) {
    String roomId = change.getRoomId();
    put(Kind.CHANGE, roomId, change.getChangedAt(), change.getChangeId(), bytes, now);
    ShelfItem before = facts.product(roomId, change.getPromotionId());
    ShelfItem after = (before == null ? ShelfItem.unknown(change) : before).after(change);
    store.put(
        FactKey.of(Kind.PRODUCT, roomId, change.getPromotionId()),
        RoomFacts.value(now, after.toBytes()));
  }

  void remove(Kind kind, String roomId) {
    store.delete(FactKey.of(kind, roomId));
  }

  /** Forgets a room altogether. */
  void forget(String roomId) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.RECENT) {
        delete(FactKey.of(kind, roomId), FactKey.end(kind, roomId));
      }
    }
  }

  /** Forgets a room's history before a time. */
  void forgetBefore(String roomId, Instant time) {
    for (Kind kind : new Kind[] {Kind.MINUTE, Kind.GAP, Kind.CHANGE}) {
      delete(FactKey.of(kind, roomId), FactKey.of(kind, roomId, time.toEpochMilli(), ""));
    }
    delete(
        FactKey.of(Kind.ALERT, roomId, FactKey.newestFirst(time), ""),
        FactKey.end(Kind.ALERT, roomId));
  }

  /** Forgets the partition's alerts before a time. */
  void forgetAlertsBefore(Instant time) {
    delete(FactKey.newest(Kind.RECENT, time.toEpochMilli(), ""), FactKey.last(Kind.RECENT));
  }

  private void delete(Bytes from, Bytes to) {
    try (KeyValueIterator<Bytes, byte[]> found = store.range(from, to)) {
      found.forEachRemaining(
          entry -> {
            if (entry.key.compareTo(to) < 0) {
              store.delete(entry.key);
            }
          });
    }
  }
}
