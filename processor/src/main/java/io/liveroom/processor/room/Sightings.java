package io.liveroom.processor.room;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When each event was last seen. An event seen again within the window is a duplicate, and each
 * sighting renews the window. The answer hangs on the records alone, so a replay gives the same.
 */
final class Sightings {

  /** Where every record is news: what is derived from facts without duplicates has none either. */
  static final Sightings NONE = new Sightings();

  /** Entries looked at in one sweep, so that a sweep never holds up the records. */
  private static final int SWEEP_PORTION = 2000;

  private final @Nullable KeyValueStore<String, Long> store; // null where all is news
  private final Duration window;
  private long latest = Long.MIN_VALUE; // arrival of the youngest sighting, milliseconds
  private @Nullable String sweptTo; // key where the next sweep goes on; null for the beginning

  /**
   * @param store room id, 0, event id → arrival of the last sighting in milliseconds
   */
  Sightings(KeyValueStore<String, Long> store, Duration window) {
    this.store = store;
    this.window = window;
  }

  private Sightings() {
    store = null;
    window = Duration.ZERO;
  }

  /** Notes a sighting, and says whether it is of an event that had been seen. */
  boolean isRepeated(String roomId, String eventId, Instant receivedAt) {
    if (store == null) {
      return false;
    }
    String key = roomId + '\0' + eventId;
    long now = receivedAt.toEpochMilli();
    Long before = store.get(key);
    latest = Math.max(latest, now);
    if (before == null || now > before) {
      store.put(key, now);
    }
    return before != null && now - before <= window.toMillis();
  }

  /** Forgets a portion of what can no longer matter: sightings older than two windows. */
  void sweep() {
    if (store == null || latest == Long.MIN_VALUE) {
      return;
    }
    long expired = latest - 2 * window.toMillis();
    int left = SWEEP_PORTION;
    try (KeyValueIterator<String, Long> entries = store.range(sweptTo, null)) {
      while (entries.hasNext() && left-- > 0) {
        KeyValue<String, Long> entry = entries.next();
        sweptTo = entry.key;
        if (entry.value < expired) {
          store.delete(entry.key);
        }
      }
      sweptTo = entries.hasNext() ? sweptTo : null;
    }
  }
}
