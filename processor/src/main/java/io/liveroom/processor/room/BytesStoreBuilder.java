package io.liveroom.processor.room;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Makes live objects over any store of bytes.
 *
 * @param <T> the store
 */
final class BytesStoreBuilder<T extends BytesStore> implements StoreBuilder<T> {

  private final Function<KeyValueStore<String, byte[]>, T> make;
  private final StoreBuilder<KeyValueStore<String, byte[]>> bytes;

  BytesStoreBuilder(
      KeyValueBytesStoreSupplier supplier, Function<KeyValueStore<String, byte[]>, T> make) {
    this.make = make;
    bytes =
        Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray())
            .withCachingDisabled();
  }

  @Override
  public T build() {
    return make.apply(bytes.build());
  }

  /** What is live is the cache: there is nothing to choose. */
  @Override
  public StoreBuilder<T> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<T> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<T> withLoggingEnabled(Map<String, String> config) {
    bytes.withLoggingEnabled(config);
    return this;
  }

  @Override
  public StoreBuilder<T> withLoggingDisabled() {
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
