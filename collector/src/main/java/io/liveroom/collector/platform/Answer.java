package io.liveroom.collector.platform;

import java.time.Duration;
import java.time.Instant;

/** What one request brought. */
public sealed interface Answer {

  /**
   * A body, to be decoded.
   *
   * @param asked when it was asked for
   */
  record Body(Payload payload, Instant asked) implements Answer {}

  /**
   * A body larger than is read.
   *
   * @param first its first bytes
   * @param size what of it had come when reading stopped
   */
  record TooLarge(Payload first, long size) implements Answer {}

  /** Asked too often. */
  record Throttled(Duration retryAfter) implements Answer {}

  /** The token is not accepted. */
  record Refused() implements Answer {}

  /** Nothing. */
  record Failed(FailureCategory category) implements Answer {}
}
