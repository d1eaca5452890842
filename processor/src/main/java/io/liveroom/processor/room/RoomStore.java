package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The states of a task's rooms. As many as there is memory for stay live, least recently used first
 * to go; the bytes stay. What goes before it was written is written then, in the transaction of
 * everything else.
 *
 * @param <S> state of a room
 */
public final class RoomStore<S> extends BytesStore {

  /** Before the room's id in the key of its annex: these sort before all rooms. */
  private static final char ANNEX = '\0';

  private static final String FIRST_ROOM = "\1";

  private final RoomFold<S, ?> fold;
  private final LiveMemory memory;
  private final LinkedHashMap<String, Live<S>> live = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<String> touched = new HashSet<>();

  RoomStore(KeyValueStore<String, byte[]> bytes, RoomFold<S, ?> fold, LiveMemory memory) {
    super(bytes);
    this.fold = fold;
    this.memory = memory;
  }

  /** A state, and its bytes as last written or read, with what it may have grown by since. */
  private static final class Live<S> {
    final S state;
    int bytes;

    Live(S state) {
      this.state = state;
    }
  }

  /** Makes the store of a fold, over any store of bytes. */
  static <S> StoreBuilder<RoomStore<S>> builder(
      KeyValueBytesStoreSupplier supplier, RoomFold<S, ?> fold) {
    return builder(supplier, fold, LiveMemory.OF_PROCESS);
  }

  static <S> StoreBuilder<RoomStore<S>> builder(
      KeyValueBytesStoreSupplier supplier, RoomFold<S, ?> fold, LiveMemory memory) {
    return new BytesStoreBuilder<>(supplier, bytes -> new RoomStore<>(bytes, fold, memory));
  }

  /** The state of a room; null when there is none. Whoever changes it says so by {@link #put}. */
  public @Nullable S get(String roomId) {
    Live<S> known = live.get(roomId);
    if (known != null) {
      return known.state;
    }
    byte[] written = bytes.get(roomId);
    if (written == null) {
      return null;
    }
    Live<S> read = new Live<>(read(roomId, written));
    live.put(roomId, read);
    weigh(read, written.length);
    shed(roomId);
    return read.state;
  }

  /**
   * Makes this the state of a room, new or changed in place. Who does so changes it no more until
   * he gets it again.
   *
   * @param growth bytes it may take more than when it was last written, roughly
   */
  public void put(String roomId, S state, int growth) {
    Live<S> known = live.get(roomId);
    if (known == null || known.state != state) {
      forget(known);
      known = new Live<>(attached(roomId, state));
      live.put(roomId, known);
    }
    weigh(known, known.bytes + growth);
    touched.add(roomId);
    shed(roomId);
  }

  public void remove(String roomId) {
    forget(live.remove(roomId));
    touched.remove(roomId);
    bytes.delete(roomId);
    bytes.delete(ANNEX + roomId);
  }

  /** Lets the eldest go while memory is short, but not the one that is being worked on. */
  private void shed(@Nullable String inUse) {
    if (!memory.isExceeded()) {
      return;
    }
    Iterator<Map.Entry<String, Live<S>>> eldest = live.entrySet().iterator();
    while (memory.isExceeded() && eldest.hasNext()) {
      Map.Entry<String, Live<S>> room = eldest.next();
      if (room.getKey().equals(inUse)) {
        return; // used last, so there is no other
      }
      if (touched.remove(room.getKey())) {
        write(room.getKey(), room.getValue());
      }
      forget(room.getValue());
      eldest.remove();
    }
  }

  private void write(String roomId, Live<S> room) {
    StateWriter out = new StateWriter();
    fold.write(room.state, out);
    byte[] written = out.toBytes();
    bytes.put(roomId, written);
    weigh(room, written.length);
    Annex<?> annex = fold.annex(room.state);
    byte[] changed = annex == null ? null : annex.release();
    if (changed != null) {
      bytes.put(ANNEX + roomId, changed);
    }
  }

  private S read(String roomId, byte[] written) {
    return attached(roomId, fold.read(new StateReader(written)));
  }

  private S attached(String roomId, S state) {
    Annex<?> annex = fold.annex(state);
    if (annex != null) {
      annex.attach(() -> bytes.get(ANNEX + roomId));
    }
    return state;
  }

  private void weigh(Live<S> room, int now) {
    memory.add(now - room.bytes);
    room.bytes = now;
  }

  private void forget(@Nullable Live<S> room) {
    if (room != null) {
      memory.add(-room.bytes);
    }
  }

  /** Shows every written state once, without keeping it live. */
  public void forEach(BiConsumer<String, S> sink) {
    flushCache();
    try (KeyValueIterator<String, byte[]> all = bytes.range(FIRST_ROOM, null)) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> room = all.next();
        sink.accept(room.key, read(room.key, room.value));
      }
    }
  }

  /** Streams calls this before a transaction's records are sent out. */
  @Override
  public void flushCache() {
    for (String roomId : touched) {
      write(roomId, Objects.requireNonNull(live.get(roomId), "touched, and not live"));
    }
    touched.clear();
    shed(null);
  }

  /** Streams calls this when the bytes may change beneath: the task becomes a standby. */
  @Override
  public void clearCache() {
    live.values().forEach(this::forget);
    live.clear();
    touched.clear();
  }
}
