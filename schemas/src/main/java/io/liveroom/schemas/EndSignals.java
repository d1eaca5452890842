package io.liveroom.schemas;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for the end of a room. One signal is never enough: an end is confirmed by {@code
 * status} not alive twice, by {@code status} and {@code info}, or by a control message and one of
 * them (platform-api, point 5).
 *
 * <p>Event time orders, arrival does not: a sign of life wipes out the signals before it, and a
 * signal from before the last sign of life says nothing.
 *
 * @param lastAlive the last sign of life
 * @param notAlive the last {@code status} answer that said not alive
 * @param notAliveBefore an earlier such answer
 * @param infoEnded the last {@code info} answer with status 4
 * @param controlEnded the last control message that ends a room
 */
public record EndSignals(
    @Nullable Instant lastAlive,
    @Nullable Instant notAlive,
    @Nullable Instant notAliveBefore,
    @Nullable Instant infoEnded,
    @Nullable Instant controlEnded) {

  /** Nothing heard yet. */
  public static final EndSignals NONE = new EndSignals(null, null, null, null, null);

  /** Whether a control message's action ends the room: 3 finish, 4 finish by admin, 6 switch. */
  public static boolean endsRoom(int controlAction) {
    return controlAction == 3 || controlAction == 4 || controlAction == 6;
  }

  /** A sign of life: {@code status} alive, or {@code info} live or paused. */
  public EndSignals alive(Instant at) {
    return new EndSignals(later(lastAlive, at), notAlive, notAliveBefore, infoEnded, controlEnded);
  }

  /** {@code status} said not alive. */
  public EndSignals notAlive(Instant at) {
    if (at.equals(notAlive) || at.equals(notAliveBefore)) {
      return this; // the same answer again is the same signal
    }
    if (notAlive == null || at.isAfter(notAlive)) {
      return new EndSignals(lastAlive, at, notAlive, infoEnded, controlEnded);
    }
    return new EndSignals(lastAlive, notAlive, later(notAliveBefore, at), infoEnded, controlEnded);
  }

  /** {@code info} showed an ended room. */
  public EndSignals infoEnded(Instant at) {
    return new EndSignals(lastAlive, notAlive, notAliveBefore, later(infoEnded, at), controlEnded);
  }

  /** A control message ended the room. */
  public EndSignals controlEnded(Instant at) {
    return new EndSignals(lastAlive, notAlive, notAliveBefore, infoEnded, later(controlEnded, at));
  }

  /** Two independent signals since the last sign of life. */
  public boolean isConfirmed() {
    return sources() >= 2 || counts(notAlive) + counts(notAliveBefore) == 2;
  }

  /** At least one signal since the last sign of life. */
  public boolean isSuspected() {
    return sources() > 0;
  }

  /** The earliest signal that still counts: the best guess at the end where nobody names it. */
  public @Nullable Instant firstSignal() {
    return Stream.of(notAlive, notAliveBefore, infoEnded, controlEnded)
        .filter(signal -> counts(signal) == 1)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private int sources() {
    return counts(notAlive) + counts(infoEnded) + counts(controlEnded);
  }

  private int counts(@Nullable Instant signal) {
    return signal != null && (lastAlive == null || signal.isAfter(lastAlive)) ? 1 : 0;
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
