package io.liveroom.alerting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When to try again, and what to say of it: one line when it goes wrong, one when it is well. */
final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private final String receiver;
  private final Backoff backoff;
  private volatile State state = State.WELL; // changed by the job's thread only

  Patience(String receiver, Backoff backoff) {
    this.receiver = receiver;
    this.backoff = backoff;
  }

  /**
   * How it goes.
   *
   * @param failures in a row
   * @param downSince the first of them; null when there is none
   * @param next not tried before
   */
  private record State(int failures, @Nullable Instant downSince, Instant next) {
    static final State WELL = new State(0, null, Instant.MIN);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(state.next);
  }

  Duration left(Instant now) {
    return isOver(now) ? Duration.ZERO : Duration.between(now, state.next);
  }

  void failed(String reason, Instant now, double random) {
    State before = state;
    int failures = before.failures + 1;
    Instant next = now.plus(backoff.after(failures, random));
    state = new State(failures, before.downSince == null ? now : before.downSince, next);
    if (failures == 1) {
      LOG.warn("{} does not take alerts ({}): they wait, and it is asked again", receiver, reason);
    }
  }

  void succeeded(Instant now) {
    State before = state;
    state = State.WELL;
    if (before.downSince != null) {
      LOG.info(
          "{} takes alerts again, after {} and {} attempts that failed",
          receiver,
          Duration.between(before.downSince, now),
          before.failures);
    }
  }

  boolean isTroubled() {
    return state.failures > 0;
  }

  String words() {
    State now = state;
    return now.failures == 0
        ? receiver + " takes what it gets"
        : "%s has taken no alert since %s, asked %d times"
            .formatted(receiver, now.downSince, now.failures);
  }
}
