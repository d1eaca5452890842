package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The states of a task's rooms. As many as there is memory for stay live after a commit, least
 * recently used first to go; the bytes stay.
 *
 * @param <S> state of a room
 */
public final class RoomStore<S> extends BytesStore {

  private final Function<S, byte[]> encode;
  private final Function<byte[], S> decode;
  private final LiveMemory memory;
  private final LinkedHashMap<String, Live<S>> live = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<String> touched = new HashSet<>();

  RoomStore(
      KeyValueStore<String, byte[]> bytes,
      Function<S, byte[]> encode,
      Function<byte[], S> decode,
      LiveMemory memory) {
    super(bytes);
    this.encode = encode;
    this.decode = decode;
    this.memory = memory;
  }

  /** A state, and the bytes it took when it was last written or read. */
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
    return new BytesStoreBuilder<>(
        supplier,
        bytes ->
            new RoomStore<>(
                bytes,
                room -> {
                  StateWriter out = new StateWriter();
                  fold.write(room, out);
                  return out.toBytes();
                },
                written -> fold.read(new StateReader(written)),
                memory));
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
    Live<S> read = new Live<>(decode.apply(written));
    live.put(roomId, read);
    weigh(read, written.length);
    return read.state;
  }

  /** Makes this the state of a room, new or changed in place. */
  public void put(String roomId, S state) {
    Live<S> known = live.get(roomId);
    if (known == null || known.state != state) {
      forget(known);
      live.put(roomId, new Live<>(state));
    }
    touched.add(roomId);
  }

  public void remove(String roomId) {
    forget(live.remove(roomId));
    touched.remove(roomId);
    bytes.delete(roomId);
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
    try (KeyValueIterator<String, byte[]> all = bytes.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> room = all.next();
        sink.accept(room.key, decode.apply(room.value));
      }
    }
  }

  /** Streams calls this before a transaction's records are sent out. */
  @Override
  public void flushCache() {
    for (String roomId : touched) {
      Live<S> room = Objects.requireNonNull(live.get(roomId), "touched, and not live");
      byte[] written = encode.apply(room.state);
      bytes.put(roomId, written);
      weigh(room, written.length);
    }
    touched.clear();
    Iterator<Live<S>> eldest = live.values().iterator();
    while (memory.isExceeded() && eldest.hasNext()) {
      forget(eldest.next());
      eldest.remove();
    }
  }

  /** Streams calls this when the bytes may change beneath: the task becomes a standby. */
  @Override
  public void clearCache() {
    live.values().forEach(this::forget);
    live.clear();
    touched.clear();
  }
}
