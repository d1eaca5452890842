package io.liveroom.processor.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a room's history.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after what was read already, so that reading goes on behind it
 */
public record Span(Instant from, Instant to, Optional<Mark> after) {

  /** An entry's place in the history. */
  public record Mark(long time, String id) {}
}
