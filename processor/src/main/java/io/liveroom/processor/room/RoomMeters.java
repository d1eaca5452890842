package io.liveroom.processor.room;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counters of one derived topic: records read = accepted + duplicates + ignored. */
public final class RoomMeters {

  private final Counter accepted;
  private final Counter duplicates;
  private final Counter ignored;
  private final Counter published;

  /**
   * @param derived short name of the derived topic, a tag
   */
  public RoomMeters(MeterRegistry registry, String derived) {
    accepted = registry.counter("liveroom.processor.accepted", "derived", derived);
    duplicates = registry.counter("liveroom.processor.duplicates", "derived", derived);
    ignored = registry.counter("liveroom.processor.ignored", "derived", derived);
    published = registry.counter("liveroom.processor.published", "derived", derived);
  }

  void accepted() {
    accepted.increment();
  }

  void duplicate() {
    duplicates.increment();
  }

  /** A tombstone, a record without a room, a dead letter of our own: nothing to count. */
  void ignored() {
    ignored.increment();
  }

  void published() {
    published.increment();
  }
}
