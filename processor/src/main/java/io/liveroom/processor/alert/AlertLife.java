package io.liveroom.processor.alert;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiPredicate;

/**
 * Begins and ends alerts: each has one RAISED and one RESOLVED, whatever comes twice. What it
 * decides hangs on event time, but for one thing: what is history by the wall clock begins nothing.
 */
final class AlertLife {

  private final long history;
  private final InstantSource clock;

  AlertLife(AlertRules rules, InstantSource clock) {
    history = rules.history().toMillis();
    this.clock = clock;
  }

  /** Milliseconds. */
  long wallClock() {
    return clock.millis();
  }

  /** Whether a time is so long ago that nobody wants to be told now. */
  boolean isHistory(long time) {
    return time < clock.millis() - history;
  }

  /**
   * Begins an alert, unless one lasts, this one was, it is history or the cool-down is not over.
   *
   * @param product promotion id; empty where the rule is about the room
   * @param startedAt when the condition began
   * @param at when it was seen to be there
   */
  void raise(
      AlertRoom room, AlertRule rule, String product, long startedAt, long at, Reading reading) {
    if (!room.isWatched || isHistory(at) || !rule.concerns(room.labels)) {
      return;
    }
    Mark mark = room.mark(rule.name(), product);
    if (mark.raised != null || startedAt <= mark.lastStart || at < mark.quietUntil) {
      return;
    }
    long until = rule.kind().isMoment() ? at + rule.millis(Parameter.LASTS) : Long.MAX_VALUE;
    Raised raised =
        new Raised(rule.kind(), rule.text(), rule.severity(), startedAt, until, reading);
    mark.raised = raised;
    mark.lastStart = startedAt;
    mark.holdsSince = Long.MAX_VALUE;
    room.outbox.add(alert(room, new Mark.Key(rule.name(), product), raised).build());
  }

  /**
   * Ends an alert, if it lasts.
   *
   * @param coolDown how long none begins from now on, milliseconds
   */
  void resolve(AlertRoom room, Mark.Key key, Mark mark, long at, long coolDown) {
    Raised raised = mark.raised;
    if (raised == null) {
      return;
    }
    long end = Math.max(at, raised.startedAt());
    mark.raised = null;
    mark.quietUntil = end + coolDown;
    mark.holdsSince = Long.MAX_VALUE;
    room.outbox.add(
        alert(room, key, raised)
            .setStatus(AlertStatus.RESOLVED)
            .setResolvedAt(Instant.ofEpochMilli(end))
            .build());
  }

  /** Ends every alert that is of a sort. */
  void resolveAll(AlertRoom room, long at, BiPredicate<Mark.Key, Raised> sort) {
    room.marks.forEach(
        (key, mark) -> {
          if (mark.raised != null && sort.test(key, mark.raised)) {
            resolve(room, key, mark, at, 0);
          }
        });
  }

  private static Alert.Builder alert(AlertRoom room, Mark.Key key, Raised raised) {
    Reading reading = raised.reading();
    String product = key.product();
    String id = room.roomId + ':' + key.rule() + ':' + raised.startedAt();
    return Alert.newBuilder()
        .setAlertId(product.isEmpty() ? id : id + ':' + product)
        .setRoomId(room.roomId)
        .setRule(key.rule())
        .setRuleText(raised.ruleText())
        .setSeverity(raised.severity())
        .setStatus(AlertStatus.RAISED)
        .setStartedAt(Instant.ofEpochMilli(raised.startedAt()))
        .setValue(reading.value())
        .setThreshold(reading.threshold())
        .setPreviousValue(reading.previous())
        .setLabels(room.labels)
        .setOwnerId(room.ownerId)
        .setOwnerName(room.ownerName)
        .setTitle(room.title)
        .setSummary(reading.summary())
        .setKind(raised.kind().key())
        .setPromotionId(product.isEmpty() ? null : product);
  }
}
