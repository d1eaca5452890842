package io.liveroom.collector.chat;

import io.liveroom.observed.GapCause;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is seen of a room's chat, and what is not: that becomes gaps. Lives on one lane. */
final class Sight {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1); // for a socket, is no gap

  private final BiConsumer<GapTracker.Gap, Instant> gaps;

  private GapTracker tracker;
  private @Nullable Instant takenOverAt; // until when another worker saw the room; null: nobody did
  private Duration shortest = SHORTEST; // shorter gaps are none
  private boolean isProven; // seen since it began
  private boolean needsMessage; // pings alone do not end a silence

  /**
   * @param gaps hears of every gap, and when it is recorded
   */
  Sight(Instant now, BiConsumer<GapTracker.Gap, Instant> gaps) {
    this.tracker = new GapTracker(now);
    this.gaps = gaps;
  }

  /** Another worker saw the room until then; null where nobody did, or nothing is missing. */
  void takeOver(@Nullable Instant seenUntil) {
    takenOverAt = seenUntil;
  }

  boolean isProven() {
    return isProven;
  }

  /** From now on it should be seen. */
  void begin(Instant now) {
    isProven = false;
    needsMessage = false;
    tracker = takenOverAt == null ? new GapTracker(now) : GapTracker.takenOver(takenOverAt);
    shortest = takenOverAt == null ? FIRST_WAIT : SHORTEST;
    takenOverAt = null;
  }

  /** It need not be seen any more. */
  void end(Instant now) {
    tracker.open(now).filter(gap -> !isShort(gap)).ifPresent(gap -> gaps.accept(gap, now));
  }

  void lost(GapCause cause) {
    tracker.lost(cause);
  }

  /** A connection ended. */
  void lost(CloseReason reason) {
    needsMessage |= reason instanceof CloseReason.Silent;
    reason
        .since()
        .ifPresentOrElse(
            since -> tracker.lost(reason.cause(), since), () -> tracker.lost(reason.cause()));
  }

  /** Anything came through a socket. */
  void frame(Instant at) {
    if (!needsMessage) {
      seen(at, shortest);
    }
  }

  /** A message came through a socket. */
  void message(Instant at) {
    if (needsMessage) {
      needsMessage = false;
      seen(at, SHORTEST);
    }
  }

  /**
   * A GET was answered.
   *
   * @param repeated how far back an answer reaches, so that nothing is missing
   */
  void answered(Instant at, Duration repeated) {
    needsMessage = false;
    seen(at, repeated);
  }

  private void seen(Instant at, Duration least) {
    isProven = true;
    shortest = SHORTEST;
    tracker.seen(at, least).ifPresent(gap -> gaps.accept(gap, at));
  }

  private boolean isShort(GapTracker.Gap gap) {
    return Duration.between(gap.from(), gap.to()).compareTo(shortest) < 0;
  }
}
