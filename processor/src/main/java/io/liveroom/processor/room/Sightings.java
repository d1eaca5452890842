package io.liveroom.processor.room;

import com.carrotsearch.hppc.LongLongHashMap;
import com.dynatrace.hash4j.hashing.Hashing;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * When each event was last seen. An event seen again within the window is a duplicate, and each
 * sighting renews the window. The answer hangs on the records alone, so a replay gives the same.
 *
 * <p>Events are known by 64-bit hashes, each room's by themselves: of a million events in a room
 * one is taken for another once in some 37 million windows (n²/2⁶⁵). They are in memory; what is
 * new since the last commit is written as a chunk of its room, so a store of bytes has a record for
 * a chunk and not for an event, and a chunk is deleted as a whole.
 *
 * <p>So that a message polled again and again is not written with each poll, a sighting renews the
 * window only when the last one that did is some time ago ({@link #SLACK}); in turn the window is
 * longer by as much.
 */
final class Sightings extends BytesStore {

  /** The part of the window by which it may be longer. */
  private static final int SLACK = 15;

  /** A chunk that holds as many is closed: it is written again with each commit until then. */
  private static final int FULL = 16;

  /** Chunks looked at in one sweep, so that a sweep never holds up the records. */
  private static final int SWEEP_PORTION = 2_000;

  private final long renewal; // milliseconds, as all times here
  private final long repeatedWithin;
  private final long memory; // longer than it matters: arrival times are of several clocks
  private final Map<String, Room> rooms = new HashMap<>();
  private final Set<Room> touched = new HashSet<>();
  private final PriorityQueue<Due> chunks = new PriorityQueue<>(); // every one, by its next look
  private long nextChunk;
  private long latest = Long.MIN_VALUE; // arrival of the youngest sighting

  /**
   * @param bytes room id, 0, number of the chunk → its sightings
   */
  Sightings(KeyValueStore<String, byte[]> bytes, Duration window) {
    super(bytes);
    renewal = window.toMillis() / SLACK;
    repeatedWithin = window.toMillis() + renewal;
    memory = repeatedWithin + window.toMillis() / 3;
  }

  /** Notes a sighting, and says whether it is of an event that had been seen. */
  boolean isRepeated(String roomId, String eventId, Instant receivedAt) {
    Room room = rooms.computeIfAbsent(roomId, Room::new);
    long event = Hashing.komihash5_0().hashCharsToLong(eventId);
    long now = receivedAt.toEpochMilli();
    latest = Math.max(latest, now);
    int place = room.seen.indexOf(event);
    if (!room.seen.indexExists(place)) {
      room.seen.indexInsert(place, event, now);
      note(room, event, now);
      return false;
    }
    long before = room.seen.indexGet(place);
    if (now - before > renewal) {
      room.seen.indexReplace(place, now);
      note(room, event, now);
    }
    return now - before <= repeatedWithin;
  }

  private void note(Room room, long event, long at) {
    if (room.open == null) {
      room.open = new Chunk(room.id + '\0' + Long.toString(nextChunk++, Character.MAX_RADIX));
      chunks.add(new Due(room.open.key, at));
    }
    room.open.add(event, at);
    touched.add(room);
  }

  /** Forgets a portion of what can no longer matter. */
  void sweep() {
    long expired = latest - memory;
    for (int left = SWEEP_PORTION; left > 0; left--) {
      Due oldest = chunks.peek();
      if (oldest == null || oldest.latest >= expired) {
        return;
      }
      chunks.remove();
      look(oldest.key, expired);
    }
  }

  private void look(String key, long expired) {
    Room room = rooms.computeIfAbsent(roomOf(key), Room::new);
    if (room.open != null && room.open.key.equals(key)) {
      write(room, 0);
      touched.remove(room);
    }
    byte[] written = bytes.get(key);
    long last = written == null ? Long.MIN_VALUE : Chunk.each(written, (event, at) -> {});
    if (last >= expired) {
      chunks.add(new Due(key, last));
      return;
    }
    if (written != null) {
      Chunk.each(written, room::forget);
      bytes.delete(key);
    }
    if (room.seen.isEmpty() && room.open == null) {
      rooms.remove(room.id);
    }
  }

  /** Reads what was written before: the beginning of a task. */
  void load() {
    clearCache();
    try (KeyValueIterator<String, byte[]> all = bytes.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> chunk = all.next();
        Room room = rooms.computeIfAbsent(roomOf(chunk.key), Room::new);
        long last = Chunk.each(chunk.value, room::see);
        chunks.add(new Due(chunk.key, last));
        latest = Math.max(latest, last);
        nextChunk = Math.max(nextChunk, numberOf(chunk.key) + 1);
      }
    }
  }

  @Override
  public void flushCache() {
    touched.forEach(room -> write(room, FULL));
    touched.clear();
  }

  /** Writes a room's open chunk, and closes one that holds as many. */
  private void write(Room room, int full) {
    Chunk open = room.open;
    if (open != null) {
      bytes.put(open.key, open.toBytes());
      room.open = open.size < full ? open : null;
    }
  }

  @Override
  public void clearCache() {
    rooms.clear();
    touched.clear();
    chunks.clear();
    nextChunk = 0;
    latest = Long.MIN_VALUE;
  }

  private static String roomOf(String key) {
    return key.substring(0, key.indexOf('\0'));
  }

  private static long numberOf(String key) {
    return Long.parseLong(key.substring(key.indexOf('\0') + 1), Character.MAX_RADIX);
  }

  /** What was seen in a room. */
  private static final class Room {
    final String id;
    final LongLongHashMap seen = new LongLongHashMap(); // hash of the event → last sighting
    @Nullable Chunk open; // null until there is something to write

    Room(String id) {
      this.id = id;
    }

    void see(long event, long at) {
      seen.put(event, Math.max(at, seen.getOrDefault(event, at)));
    }

    /** Forgets a sighting, unless a later one of the same event is known. */
    void forget(long event, long at) {
      int place = seen.indexOf(event);
      if (seen.indexExists(place) && seen.indexGet(place) <= at) {
        seen.indexRemove(place);
      }
    }
  }

  /** A chunk that is to be looked at, as at least one of its events was seen as late as this. */
  private record Due(String key, long latest) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(latest, other.latest);
    }
  }

  /** Sightings of a room that are written together. */
  private static final class Chunk {

    @FunctionalInterface
    interface Sink {
      void accept(long event, long at);
    }

    final String key;
    int size;
    private final StateWriter out = new StateWriter();

    Chunk(String key) {
      this.key = key;
    }

    void add(long event, long at) {
      out.bits(event).number(at);
      size++;
    }

    byte[] toBytes() {
      return out.toBytes();
    }

    /** Shows each sighting, and tells when the youngest was. */
    static long each(byte[] written, Sink sink) {
      long latest = Long.MIN_VALUE;
      StateReader in = new StateReader(written);
      while (!in.isAtEnd()) {
        long event = in.bits();
        long at = in.number();
        sink.accept(event, at);
        latest = Math.max(latest, at);
      }
      return latest;
    }
  }
}
