package io.liveroom.processor.api;

import java.time.Instant;

/** Where a reader's events come from: this instance, or another one. Of one event loop. */
interface EventSource {

  /** Called before what was offered is sent: what was there before this moment has been offered. */
  void look(Instant now);

  /** Everything of before this time has been offered. */
  Instant seen();

  /** What changed before the reader came has been offered, or cannot be had now. */
  boolean isReady();

  void close();
}
