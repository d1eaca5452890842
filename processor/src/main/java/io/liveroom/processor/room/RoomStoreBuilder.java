package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Makes the {@link RoomStore} of a fold, over any store of bytes.
 *
 * @param <S> state of a room
 */
public final class RoomStoreBuilder<S> implements StoreBuilder<RoomStore<S>> {

  private final RoomFold<S, ?> fold;
  private final StoreBuilder<KeyValueStore<String, byte[]>> bytes;

  public RoomStoreBuilder(KeyValueBytesStoreSupplier supplier, RoomFold<S, ?> fold) {
    this.fold = fold;
    bytes =
        Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray())
            .withCachingDisabled();
  }

  @Override
  public RoomStore<S> build() {
    return new RoomStore<>(
        bytes.build(),
        room -> {
          StateWriter out = new StateWriter();
          fold.write(room, out);
          return out.toBytes();
        },
        written -> fold.read(new StateReader(written)));
  }

  /** The live states are the cache: there is nothing to choose. */
  @Override
  public StoreBuilder<RoomStore<S>> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<RoomStore<S>> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<RoomStore<S>> withLoggingEnabled(Map<String, String> config) {
    bytes.withLoggingEnabled(config);
    return this;
  }

  @Override
  public StoreBuilder<RoomStore<S>> withLoggingDisabled() {
    bytes.withLoggingDisabled();
    return this;
  }

  @Override
  public Map<String, String> logConfig() {
    return bytes.logConfig();
  }

  @Override
  public boolean loggingEnabled() {
    return bytes.loggingEnabled();
  }

  @Override
  public String name() {
    return bytes.name();
  }
}
