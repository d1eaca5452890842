package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
 * The states of a task's rooms.
 *
 * @param <S> state of a room
 */
public final class RoomStore<S> extends BytesStore {

  /** Live states kept after a commit, least recently used first to go; the bytes stay. */
  private static final int LIVE_AFTER_COMMIT = 4096;

  private final Function<S, byte[]> encode;
  private final Function<byte[], S> decode;
  private final LinkedHashMap<String, S> live = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<String> touched = new HashSet<>();

  RoomStore(
      KeyValueStore<String, byte[]> bytes, Function<S, byte[]> encode, Function<byte[], S> decode) {
    super(bytes);
    this.encode = encode;
    this.decode = decode;
  }

  /** Makes the store of a fold, over any store of bytes. */
  static <S> StoreBuilder<RoomStore<S>> builder(
      KeyValueBytesStoreSupplier supplier, RoomFold<S, ?> fold) {
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
                written -> fold.read(new StateReader(written))));
  }

  /** The state of a room; null when there is none. Whoever changes it says so by {@link #put}. */
  public @Nullable S get(String roomId) {
    S state = live.get(roomId);
    if (state != null) {
      return state;
    }
    byte[] written = bytes.get(roomId);
    if (written == null) {
      return null;
    }
    S read = decode.apply(written);
    live.put(roomId, read);
    return read;
  }

  /** Makes this the state of a room, new or changed in place. */
  public void put(String roomId, S state) {
    live.put(roomId, state);
    touched.add(roomId);
  }

  public void remove(String roomId) {
    live.remove(roomId);
    touched.remove(roomId);
    bytes.delete(roomId);
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
      bytes.put(roomId, encode.apply(live.get(roomId)));
    }
    touched.clear();
    Iterator<String> eldest = live.keySet().iterator();
    for (int surplus = live.size() - LIVE_AFTER_COMMIT; surplus > 0; surplus--) {
      eldest.next();
      eldest.remove();
    }
  }

  /** Streams calls this when the bytes may change beneath: the task becomes a standby. */
  @Override
  public void clearCache() {
    live.clear();
    touched.clear();
  }
}
