package io.liveroom.processor.room;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counters of one derived topic: facts that concern it = accepted + duplicates. */
public final class RoomMeters {

  private final Counter accepted;
  private final Counter duplicates;
  private final Counter published;
  private final Timer delay;

  /**
   * @param derived short name of the derived topic, a tag
   */
  public RoomMeters(MeterRegistry registry, String derived) {
    accepted = registry.counter("liveroom.processor.accepted", "derived", derived);
    duplicates = registry.counter("liveroom.processor.duplicates", "derived", derived);
    published = registry.counter("liveroom.processor.published", "derived", derived);
    delay =
        Timer.builder("liveroom.processor.delay")
            .description("age of the newest fact, by its arrival, when its figures were published")
            .tag("derived", derived)
            .register(registry);
  }

  void accepted() {
    accepted.increment();
  }

  void duplicate() {
    duplicates.increment();
  }

  void delayed(Duration age) {
    delay.record(age);
  }

  void published() {
    published.increment();
  }
}
