package io.liveroom.processor.view;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * A record and the bytes it came in: the view keeps those, as they are small and already say their
 * schema.
 */
final class Received {

  private final SpecificRecord fact;
  private final byte[] bytes; // shared with the store: written by nobody

  Received(SpecificRecord fact, byte[] bytes) {
    this.fact = fact;
    this.bytes = bytes;
  }

  SpecificRecord fact() {
    return fact;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Reads both. A tombstone stays one. */
  record Reader(Deserializer<SpecificRecord> facts) implements Deserializer<@Nullable Received> {

    @Override
    public @Nullable Received deserialize(String topic, byte @Nullable [] bytes) {
      return bytes == null ? null : new Received(facts.deserialize(topic, bytes), bytes);
    }
  }
}
