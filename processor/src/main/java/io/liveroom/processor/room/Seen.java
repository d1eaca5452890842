package io.liveroom.processor.room;

import org.jspecify.annotations.Nullable;

/**
 * A record of a room as the derivations get it: read once for all of them.
 *
 * @param fact what was read; null for a tombstone: an input holds the room no more
 * @param isRepeated whether it had been seen before
 */
record Seen(@Nullable Observed fact, boolean isRepeated) {

  /** A tombstone. */
  static final Seen NOTHING = new Seen(null, false);
}
