package io.liveroom.processor.room;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The live states of a task's rooms over a changelogged store of bytes. A state is changed in place
 * and written when Streams flushes caches, which it does before it sends what a transaction holds:
 * so bytes, outputs and offsets commit together, and a state is serialised once a commit, not once
 * an event.
 *
 * @param <S> state of a room
 */
public final class RoomStore<S> implements StateStore, CachedStateStore<String, S> {

  /** Live states kept after a commit, least recently used first to go; the bytes stay. */
  private static final int LIVE_AFTER_COMMIT = 4096;

  private final KeyValueStore<String, byte[]> bytes;
  private final Function<S, byte[]> encode;
  private final Function<byte[], S> decode;
  private final LinkedHashMap<String, S> live = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<String> touched = new HashSet<>();

  RoomStore(
      KeyValueStore<String, byte[]> bytes, Function<S, byte[]> encode, Function<byte[], S> decode) {
    this.bytes = bytes;
    this.encode = encode;
    this.decode = decode;
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

  @Override
  public boolean setFlushListener(CacheFlushListener<String, S> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public String name() {
    return bytes.name();
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    clearCache();
    bytes.init(context, root);
  }

  @Override
  public void commit(Map<TopicPartition, Long> changelogOffsets) {
    bytes.commit(changelogOffsets);
  }

  @Override
  public @Nullable Long committedOffset(TopicPartition partition) {
    return bytes.committedOffset(partition);
  }

  @Override
  @SuppressWarnings("deprecation") // Streams still asks
  public boolean managesOffsets() {
    return bytes.managesOffsets();
  }

  @Override
  public void close() {
    clearCache();
    bytes.close();
  }

  @Override
  public boolean persistent() {
    return bytes.persistent();
  }

  @Override
  public boolean isOpen() {
    return bytes.isOpen();
  }

  @Override
  public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
    return bytes.query(query, bound, config);
  }

  @Override
  public Position getPosition() {
    return bytes.getPosition();
  }
}
