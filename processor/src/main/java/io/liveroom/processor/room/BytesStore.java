package io.liveroom.processor.room;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Live objects over a changelogged store of bytes: changed in place, and written when Streams
 * flushes caches, which it does before it sends what a transaction holds. So bytes, outputs and
 * offsets commit together, and what is live is serialised once a commit, not once an event.
 */
abstract class BytesStore implements StateStore, CachedStateStore<String, byte[]> {

  final KeyValueStore<String, byte[]> bytes;

  BytesStore(KeyValueStore<String, byte[]> bytes) {
    this.bytes = bytes;
  }

  @Override
  public boolean setFlushListener(
      CacheFlushListener<String, byte[]> listener, boolean sendOldValues) {
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
