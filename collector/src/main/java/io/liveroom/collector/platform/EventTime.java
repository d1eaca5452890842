package io.liveroom.collector.platform;

import io.liveroom.common.EventTimeSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something happened, and who says so. Never after its arrival. */
record EventTime(Instant at, EventTimeSource source) {

  /** The message's own time, else the server's clock, else the arrival. */
  static EventTime best(@Nullable Instant own, @Nullable Instant server, Instant arrival) {
    if (own != null) {
      return bounded(own, EventTimeSource.MESSAGE, arrival);
    }
    if (server != null) {
      return bounded(server, EventTimeSource.SERVER, arrival);
    }
    return new EventTime(arrival, EventTimeSource.ARRIVAL);
  }

  private static EventTime bounded(Instant at, EventTimeSource source, Instant arrival) {
    return new EventTime(at.isAfter(arrival) ? arrival : at, source);
  }
}
