package io.liveroom.collector.chat;

import io.liveroom.collector.CollectorSettings.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a chat connection still lives, told by what came through it and when. Pure but for its
 * own state; lives on the socket's lane.
 */
final class Liveness {

  private static final int PROVEN = -1;
  private static final int PINGS = 3; // within the longest silence

  private final Chat settings;
  private Instant lastFrame; // pongs included
  private Instant lastMessage;
  private Instant heldSince = Instant.MAX; // when reading stopped; MAX while nothing is doubtful
  private boolean isHeld;
  private int awaited = PROVEN; // the ping whose answer proves that nobody cut it meanwhile
  private int pings;

  Liveness(Chat settings, Instant opened) {
    this.settings = settings;
    this.lastFrame = opened;
    this.lastMessage = opened;
  }

  /** Anything came. */
  void frame(Instant now) {
    lastFrame = now;
  }

  /** A message came. */
  void message(Instant now) {
    lastMessage = now;
  }

  /** An answer to a ping came: what was sent before it has come, too. */
  void pong(int number, Instant now) {
    lastFrame = now;
    if (awaited != PROVEN && number >= awaited) {
      prove();
    }
  }

  /** The number of the next ping. */
  int nextPing() {
    return pings++;
  }

  /** Reading stops. */
  void hold(Instant now) {
    isHeld = true;
    heldSince = heldSince.isAfter(now) ? now : heldSince;
  }

  /** Reading goes on; the next ping will tell whether anybody is still there. */
  void release(Instant now) {
    isHeld = false;
    lastFrame = now;
    lastMessage = now;
    awaited = pings;
  }

  /** Whether it has been so quiet that a ping is due. */
  boolean isQuiet(Instant now) {
    boolean isDoubtful = awaited != PROVEN;
    return !isHeld && (isDoubtful || !lastFrame.plus(pause()).isAfter(now));
  }

  /** How long until the next look. */
  Duration pause() {
    return settings.silence().dividedBy(PINGS);
  }

  /** Why it is to be given up; empty while it lives. */
  Optional<CloseReason> verdict(Instant now, boolean isPeopled) {
    if (isHeld) {
      return Optional.empty();
    }
    if (now.isAfter(lastFrame.plus(settings.silence()))) {
      return Optional.of(ended(new CloseReason.HalfOpen()));
    }
    boolean isMute = now.isAfter(lastMessage.plus(settings.businessSilence()));
    return isMute && isPeopled
        ? Optional.of(new CloseReason.Silent(lastMessage))
        : Optional.empty();
  }

  /** What an end is called, given what happened before it. */
  CloseReason ended(CloseReason reason) {
    return heldSince.equals(Instant.MAX) ? reason : new CloseReason.CutWhileHeld(heldSince);
  }

  private void prove() {
    awaited = PROVEN;
    heldSince = isHeld ? heldSince : Instant.MAX;
  }
}
