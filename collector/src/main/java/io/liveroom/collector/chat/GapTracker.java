package io.liveroom.collector.chat;

import io.liveroom.observed.GapCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a room's chat was last seen, and since when it is not. */
final class GapTracker {

  private Instant lastSeen;
  private @Nullable GapCause cause; // null while it is seen
  private int attempts;

  /**
   * @param start when chat was first wanted; before that nothing is missing
   */
  GapTracker(Instant start) {
    lastSeen = start;
  }

  /** A stretch that was not seen. */
  record Gap(Instant from, Instant to, GapCause cause, int attempts) {}

  /** A tracker of a room that another worker saw last, and nobody since. */
  static GapTracker takenOver(Instant lastSeen) {
    GapTracker tracker = new GapTracker(lastSeen);
    tracker.cause = GapCause.WORKER_DOWN;
    return tracker;
  }

  /** It is not seen any more since a moment, for a reason, of which the first counts. */
  void lost(GapCause why, Instant since) {
    lastSeen = since.isBefore(lastSeen) ? since : lastSeen;
    lost(why);
  }

  /** It is not seen any more since it was last seen. */
  void lost(GapCause why) {
    cause = cause == null ? why : cause;
    attempts++;
  }

  /**
   * It is seen.
   *
   * @param least shorter gaps are none, as what was missed comes again
   */
  Optional<Gap> seen(Instant at, Duration least) {
    Optional<Gap> gap = open(at).filter(one -> longerThan(one, least));
    lastSeen = at;
    cause = null;
    attempts = 0;
    return gap;
  }

  /** The gap that is open at a moment, if there is one. */
  Optional<Gap> open(Instant at) {
    return cause == null || !at.isAfter(lastSeen)
        ? Optional.empty()
        : Optional.of(new Gap(lastSeen, at, cause, attempts));
  }

  private static boolean longerThan(Gap gap, Duration least) {
    return Duration.between(gap.from(), gap.to()).compareTo(least) >= 0;
  }
}
