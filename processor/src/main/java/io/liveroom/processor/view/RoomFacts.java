package io.liveroom.processor.view;

import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.AudienceRanking;
import io.liveroom.observed.CollectionGap;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of the rooms of one partition. Read by any thread. */
public final class RoomFacts {

  private static final String ANY_TOPIC = "view"; // a value says itself which schema it has
  private static final int WINDOWS = 2; // a room view has two

  private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
  private final Deserializer<SpecificRecord> deserializer;

  RoomFacts(ReadOnlyKeyValueStore<Bytes, byte[]> store, Deserializer<SpecificRecord> deserializer) {
    this.store = store;
    this.deserializer = deserializer;
  }

  /** All rooms now, put together from what is kept. */
  public Collection<RoomView> rooms() {
    List<RoomView> rooms = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> known =
        store.range(FactKey.first(Kind.ROOM), FactKey.last(Kind.ROOM))) {
      known.forEachRemaining(entry -> room(FactKey.room(entry.key)).ifPresent(rooms::add));
    }
    return rooms;
  }

  /** A room now; empty where it is not known. */
  public Optional<RoomView> room(String roomId) {
    byte[] known = store.get(FactKey.of(Kind.ROOM, roomId));
    if (known == null) {
      return Optional.empty();
    }
    Instant seen = seenAt(known);
    RoomView view = RoomView.unknown(roomId, seen);
    RoomSession session = one(Kind.SESSION, roomId, RoomSession.class);
    if (session != null) {
      view = view.with(session, seen);
    }
    WatchedRoom watched = one(Kind.WATCHED, roomId, WatchedRoom.class);
    if (watched != null) {
      view = view.watched(watched.getLabels(), seen);
    }
    for (RoomMinute minute : lastMinutes(roomId)) {
      view = view.with(minute, seen);
    }
    for (Alert alert : raised(roomId)) {
      view = view.with(alert, seen);
    }
    return Optional.of(view);
  }

  public Optional<AudienceRanking> audience(String roomId) {
    return Optional.ofNullable(one(Kind.AUDIENCE, roomId, AudienceRanking.class));
  }

  /** Products by their ids, those that left the shelf too. */
  public List<ShelfItem> shelf(String roomId) {
    List<ShelfItem> items = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = all(Kind.PRODUCT, roomId)) {
      found.forEachRemaining(entry -> items.add(item(entry.value)));
    }
    return items;
  }

  @Nullable ShelfItem product(String roomId, String promotionId) {
    byte[] value = store.get(FactKey.of(Kind.PRODUCT, roomId, promotionId));
    return value == null ? null : item(value);
  }

  /** Windows in the order of time. */
  public List<RoomMinute> minutes(String roomId, Span span, int limit) {
    return history(Kind.MINUTE, roomId, span, RoomMinute.class, minute -> true, limit);
  }

  /** Changes in the order of time. */
  public List<PromotionChange> changes(String roomId, Span span, int limit) {
    return history(Kind.CHANGE, roomId, span, PromotionChange.class, change -> true, limit);
  }

  /** Gaps that reach into a stretch, in the order of their beginning. */
  public List<CollectionGap> gaps(String roomId, Span span, int limit) {
    Span before = new Span(Instant.EPOCH, span.to(), span.after());
    return history(
        Kind.GAP,
        roomId,
        before,
        CollectionGap.class,
        gap -> gap.getGapTo().isAfter(span.from()),
        limit);
  }

  /** A room's alerts, newest first. */
  public List<Alert> alerts(String roomId, int limit) {
    List<Alert> alerts = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = all(Kind.ALERT, roomId)) {
      while (found.hasNext() && alerts.size() < limit) {
        alerts.add(record(found.next().value, Alert.class));
      }
    }
    return alerts;
  }

  /**
   * The partition's alerts, newest first.
   *
   * @param after what was read already
   */
  public List<Alert> recentAlerts(Optional<Span.Mark> after, Predicate<Alert> wanted, int limit) {
    List<Alert> alerts = new ArrayList<>();
    Bytes from =
        after
            .map(mark -> behind(FactKey.newest(Kind.RECENT, mark.time(), mark.id())))
            .orElse(FactKey.first(Kind.RECENT));
    try (KeyValueIterator<Bytes, byte[]> found = store.range(from, FactKey.last(Kind.RECENT))) {
      while (found.hasNext() && alerts.size() < limit) {
        Alert alert = record(found.next().value, Alert.class);
        if (wanted.test(alert)) {
          alerts.add(alert);
        }
      }
    }
    return alerts;
  }

  /** Tells the alerts that changed since a time. */
  public void alertsSince(Instant time, Consumer<Change> told) {
    try (KeyValueIterator<Bytes, byte[]> found =
        store.range(FactKey.first(Kind.RECENT), FactKey.last(Kind.RECENT))) {
      tellSince(found, time, told);
    }
  }

  /** Tells what of a room's history changed since a time: windows, gaps, goods. */
  public void roomSince(String roomId, Instant time, Consumer<Change> told) {
    for (Kind kind : List.of(Kind.SESSION, Kind.MINUTE, Kind.GAP, Kind.CHANGE)) {
      try (KeyValueIterator<Bytes, byte[]> found = all(kind, roomId)) {
        tellSince(found, time, told);
      }
    }
  }

  private void tellSince(
      KeyValueIterator<Bytes, byte[]> found, Instant time, Consumer<Change> told) {
    while (found.hasNext()) {
      byte[] value = found.next().value;
      Instant seen = seenAt(value);
      if (!seen.isBefore(time)) {
        told.accept(Changes.of(record(value, SpecificRecord.class), seen));
      }
    }
  }

  private List<RoomMinute> lastMinutes(String roomId) {
    Map<Instant, RoomMinute> minutes = new TreeMap<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        store.reverseRange(FactKey.of(Kind.MINUTE, roomId), FactKey.end(Kind.MINUTE, roomId))) {
      while (found.hasNext() && minutes.size() < WINDOWS) {
        RoomMinute minute = record(found.next().value, RoomMinute.class);
        minutes.put(minute.getWindowStart(), minute);
      }
    }
    return List.copyOf(minutes.values());
  }

  private List<Alert> raised(String roomId) {
    List<Alert> alerts = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = all(Kind.RAISED, roomId)) {
      found.forEachRemaining(entry -> alerts.add(record(entry.value, Alert.class)));
    }
    return alerts;
  }

  private <T extends SpecificRecord> List<T> history(
      Kind kind, String roomId, Span span, Class<T> type, Predicate<T> wanted, int limit) {
    Bytes from =
        span.after()
            .map(mark -> behind(FactKey.of(kind, roomId, mark.time(), mark.id())))
            .orElse(FactKey.of(kind, roomId, span.from().toEpochMilli(), ""));
    Bytes to = FactKey.of(kind, roomId, span.to().toEpochMilli(), "");
    List<T> records = new ArrayList<>();
    if (from.compareTo(to) >= 0) {
      return records;
    }
    try (KeyValueIterator<Bytes, byte[]> found = store.range(from, to)) {
      while (found.hasNext() && records.size() < limit) {
        KeyValue<Bytes, byte[]> entry = found.next();
        if (entry.key.compareTo(to) >= 0) {
          break; // a range of the store ends with what it ends at
        }
        T one = record(entry.value, type);
        if (wanted.test(one)) {
          records.add(one);
        }
      }
    }
    return records;
  }

  private KeyValueIterator<Bytes, byte[]> all(Kind kind, String roomId) {
    return store.range(FactKey.of(kind, roomId), FactKey.end(kind, roomId));
  }

  private <T extends SpecificRecord> @Nullable T one(Kind kind, String roomId, Class<T> type) {
    byte[] value = store.get(FactKey.of(kind, roomId));
    return value == null ? null : record(value, type);
  }

  private <T extends SpecificRecord> T record(byte[] value, Class<T> type) {
    return type.cast(deserializer.deserialize(ANY_TOPIC, rest(value)));
  }

  private static ShelfItem item(byte[] value) {
    return ShelfItem.of(rest(value));
  }

  /** A value: when it was put, then what it is. */
  static byte[] value(Instant seen, byte[] bytes) {
    return ByteBuffer.allocate(Long.BYTES + bytes.length)
        .putLong(seen.toEpochMilli())
        .put(bytes)
        .array();
  }

  private static Instant seenAt(byte[] value) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
  }

  private static byte[] rest(byte[] value) {
    byte[] rest = new byte[value.length - Long.BYTES];
    System.arraycopy(value, Long.BYTES, rest, 0, rest.length);
    return rest;
  }

  /** The least key after one. */
  private static Bytes behind(Bytes key) {
    byte[] next = new byte[key.get().length + 1];
    System.arraycopy(key.get(), 0, next, 0, key.get().length);
    return Bytes.wrap(next);
  }
}
