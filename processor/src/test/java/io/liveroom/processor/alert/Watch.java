package io.liveroom.processor.alert;

import io.liveroom.derived.Alert;
import io.liveroom.processor.Facts;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.Rewriting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * One room under some rules: what was told of it so far. Its time is that of what it was shown, and
 * the wall clock goes along with it.
 */
final class Watch {

  private AlertFold fold;
  private final List<Alert> told = new ArrayList<>();
  private AlertRoom room;
  private final long wallClock; // where it stands until what it is shown has come so far
  private long now = Facts.START.toEpochMilli();
  private boolean isRewriting;

  Watch(AlertRules rules) {
    this(rules, Facts.START);
  }

  /**
   * @param wallClock what it is by the wall clock until what it is shown has come so far
   */
  Watch(AlertRules rules, Instant wallClock) {
    this.wallClock = wallClock.toEpochMilli();
    fold = new AlertFold(rules, clock());
    room = fold.open(Facts.ROOM);
  }

  /** From now on the state is written and read after each step, as a restart would. */
  Watch rewriting() {
    isRewriting = true;
    return this;
  }

  Watch see(SpecificRecord... facts) {
    for (SpecificRecord fact : facts) {
      Observed seen = Observed.of(fact);
      now = Math.max(now, seen.time());
      collect(fold.close(room, now));
      fold.apply(room, seen, now);
      rewrite();
      collect(fold.drafts(room));
    }
    return this;
  }

  /** Nothing comes, and time goes on to some seconds from the start. */
  Watch until(double seconds) {
    long end = Math.max(now, Facts.at(seconds).toEpochMilli());
    for (long next = fold.deadline(room); next <= end; next = fold.deadline(room)) {
      now = Math.max(now, next);
      collect(fold.close(room, now));
      rewrite();
    }
    now = end;
    return this;
  }

  Watch unwatch() {
    fold.dropped(room, now);
    collect(fold.drafts(room));
    return this;
  }

  /** The same room after a restart under other rules. */
  Watch resumedWith(AlertRules rules) {
    fold = new AlertFold(rules, clock());
    collect(fold.drafts(room));
    return this;
  }

  List<Alert> told() {
    return told;
  }

  /** What was told of one rule: + raised, - resolved, each with the minute it began or ended. */
  String told(String rule) {
    StringBuilder words = new StringBuilder();
    for (Alert alert : told) {
      if (alert.getRule().equals(rule)) {
        Instant end = alert.getResolvedAt();
        words
            .append(end == null ? " +" : " -")
            .append(minute(end == null ? alert.getStartedAt() : end));
      }
    }
    return words.toString().strip();
  }

  private static String minute(Instant time) {
    return Words.number(Duration.between(Facts.START, time).toSeconds() / 60.0);
  }

  private InstantSource clock() {
    return () -> Instant.ofEpochMilli(Math.max(now, wallClock));
  }

  private void collect(List<Derived<Alert>> alerts) {
    alerts.forEach(alert -> told.add(alert.value()));
  }

  private void rewrite() {
    if (isRewriting) {
      room = new Rewriting<>(fold).rewritten(room);
    }
  }
}
