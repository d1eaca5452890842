package io.liveroom.processor.alert;

import io.liveroom.common.RoomState;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.RoomFold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arithmetic of alert: what the rules make of what was derived of one room. */
final class AlertFold implements RoomFold<AlertRoom, Alert> {

  /** How long a room that is over is remembered, so that what comes twice begins nothing. */
  private static final long OVER_MEMORY = Duration.ofDays(1).toMillis();

  /** Longer than the observed topics are kept. */
  private static final long ROOM_MEMORY = Duration.ofDays(10).toMillis();

  private final Map<String, AlertRule> byName = new HashMap<>();
  private final List<AlertRule> windowRules;
  private final long memory; // of windows, milliseconds
  private final AlertLife life;
  private final SessionRules sessions;
  private final ProductRules products;

  AlertFold(AlertRules rules, InstantSource clock) {
    rules.all().stream()
        .filter(AlertRule::isEnabled)
        .forEach(rule -> byName.put(rule.name(), rule));
    windowRules = rules.all().stream().filter(rule -> rule.kind().isOfWindows()).toList();
    memory = windowRules.stream().mapToLong(AlertRule::memory).max().orElse(0);
    life = new AlertLife(rules, clock);
    sessions = new SessionRules(rules, life);
    products = new ProductRules(rules, life);
  }

  @Override
  public AlertRoom open(String roomId) {
    return new AlertRoom(roomId);
  }

  @Override
  public void apply(AlertRoom room, Observed fact, long now) {
    if (fact.fact() instanceof WatchedRoom watched) {
      room.labels = List.copyOf(watched.getLabels());
      room.isListed = true;
      room.isWatched = true;
      return;
    }
    room.time = Math.max(room.time, now);
    if (fact.time() > 0) {
      room.firstSeen = Math.min(room.firstSeen, fact.time());
    }
    if (fact.fact() instanceof RoomSession session) {
      sessions.apply(room, session, now);
    } else if (fact.fact() instanceof RoomMinute minute) {
      sessions.news(room, fact.time());
      applyMinute(room, minute);
    } else if (fact.fact() instanceof PromotionChange change) {
      products.apply(room, change);
    }
  }

  private void applyMinute(AlertRoom room, RoomMinute minute) {
    room.windows.put(Window.of(minute));
    for (AlertRule rule : windowRules) {
      if (rule.concerns(room.labels)) {
        judge(room, rule);
      }
    }
    room.windows.keep(memory);
  }

  /** Each rule judges each window once, in order; one that says too little waits for its final. */
  private void judge(AlertRoom room, AlertRule rule) {
    Mark mark = room.mark(rule.name(), "");
    for (Window window : room.windows.overAfter(mark.judged, rule.kind().needsFinals())) {
      double beaten = Raised.beaten(mark.raised);
      Optional<Reading> reading =
          WindowRules.judge(room.windows, rule, window, room.liveSince, beaten);
      if (reading.isEmpty() && room.windows.mayBeFinal(window)) {
        return;
      }
      mark.judged = window.start();
      reading.ifPresent(found -> decide(room, rule, mark, window.end(), found));
    }
  }

  private void decide(AlertRoom room, AlertRule rule, Mark mark, long at, Reading reading) {
    if (mark.raised != null) {
      if (reading.clears()) {
        Mark.Key key = new Mark.Key(rule.name(), "");
        life.resolve(room, key, mark, at, rule.millis(Parameter.COOL_DOWN));
      }
      return;
    }
    if (!reading.holds() || room.state != RoomState.LIVE) {
      mark.holdsSince = Long.MAX_VALUE;
      return;
    }
    mark.holdsSince = Math.min(mark.holdsSince, at);
    if (at - mark.holdsSince >= rule.millis(Parameter.HOLD)) {
      life.raise(room, rule, "", mark.holdsSince, at, reading);
    }
  }

  @Override
  public void duplicate(AlertRoom room, Observed fact) {}

  /** What is not watched can't be known: nothing lasts, and nothing begins. */
  @Override
  public void dropped(AlertRoom room, long now) {
    room.isListed = false;
    room.isWatched = false;
    life.resolveAll(room, Math.max(now, room.lastNews), (key, raised) -> true);
  }

  @Override
  public List<Derived<Alert>> close(AlertRoom room, long now) {
    room.marks.forEach(
        (key, mark) -> {
          if (mark.raised != null && mark.raised.until() <= now) {
            life.resolve(room, key, mark, mark.raised.until(), coolDown(key));
          }
        });
    sessions.pass(room, now);
    return drain(room);
  }

  /** Alerts of rules that are off or gone end: nobody would end them ever after. */
  @Override
  public List<Derived<Alert>> drafts(AlertRoom room) {
    life.resolveAll(room, room.time, (key, raised) -> !byName.containsKey(key.rule()));
    return drain(room);
  }

  private long coolDown(Mark.Key key) {
    AlertRule rule = byName.get(key.rule());
    return rule == null ? 0 : rule.millis(Parameter.COOL_DOWN);
  }

  private static List<Derived<Alert>> drain(AlertRoom room) {
    List<Derived<Alert>> alerts = new ArrayList<>();
    room.outbox.forEach(alert -> alerts.add(derived(alert)));
    room.outbox.clear();
    return alerts;
  }

  private static Derived<Alert> derived(Alert alert) {
    Instant end = alert.getResolvedAt();
    Instant time =
        alert.getStatus() == AlertStatus.RESOLVED && end != null ? end : alert.getStartedAt();
    return new Derived<>(alert, alert.getAlertId() + ':' + alert.getStatus(), time);
  }

  @Override
  public long deadline(AlertRoom room) {
    long next = Math.min(spentAt(room), sessions.deadline(room));
    for (Mark mark : room.marks.values()) {
      next = mark.raised == null ? next : Math.min(next, mark.raised.until());
    }
    return next;
  }

  @Override
  public boolean isSpent(AlertRoom room, long now) {
    return spentAt(room) <= now;
  }

  private static long spentAt(AlertRoom room) {
    if (room.isListed || !room.isQuiet() || room.time == Long.MIN_VALUE) {
      return NEVER;
    }
    return room.time + (room.isOver() ? OVER_MEMORY : ROOM_MEMORY);
  }

  @Override
  public long time(AlertRoom room) {
    return room.time;
  }

  @Override
  public void write(AlertRoom room, StateWriter out) {
    room.write(out);
  }

  @Override
  public AlertRoom read(StateReader in) {
    return AlertRoom.read(in);
  }
}
