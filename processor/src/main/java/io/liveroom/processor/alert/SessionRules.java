package io.liveroom.processor.alert;

import static io.liveroom.common.RoomState.ENDED;
import static io.liveroom.common.RoomState.LIVE;
import static io.liveroom.common.RoomState.PAUSED;

import io.liveroom.common.RoomState;
import io.liveroom.derived.RoomSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules about a broadcast's life: started, ended, stale. */
final class SessionRules {

  /**
   * How long, by the wall clock, a room must be found stale before it is told. In a backlog time
   * goes by leaps, and a room's own news comes a moment after that of others.
   */
  private static final long CONFIRMED_AFTER = Duration.ofSeconds(10).toMillis();

  private static final long CHECKED_EVERY = Duration.ofSeconds(1).toMillis();

  private final List<AlertRule> rules;
  private final AlertLife life;
  private final long begun; // wall clock: what was found before, a process found that is gone

  SessionRules(AlertRules rules, AlertLife life) {
    this.rules = rules.all();
    this.life = life;
    begun = life.wallClock();
  }

  /** Takes a session's latest; one that knows less than what is known is from a replay. */
  void apply(AlertRoom room, RoomSession session, long now) {
    Instant last = session.getLastEventAt();
    long at = last == null ? now : last.toEpochMilli();
    if (at < room.lastEvent) {
      return;
    }
    room.lastEvent = last == null ? room.lastEvent : at;
    learn(room, session);
    news(room, at);
    RoomState before = room.state;
    room.state = session.getState();
    if (room.state == LIVE || room.state == PAUSED) {
      alive(room, session, at);
    } else if (room.state == ENDED && before != ENDED) {
      ended(room, session, at);
    }
    if (room.state != LIVE) {
      room.liveSince = Long.MAX_VALUE;
    } else if (before != LIVE) {
      room.liveSince = at;
    }
  }

  /** Something is known of the room up to a time: it is not stale before it. */
  void news(AlertRoom room, long at) {
    if (at > room.lastNews) {
      room.lastNews = at;
      each(
          RuleKind.COLLECTION_STALE,
          rule -> {
            Mark mark = room.marks.get(new Mark.Key(rule.name(), ""));
            if (mark != null) {
              mark.holdsSince = Long.MAX_VALUE;
            }
            end(room, rule, at);
          });
    }
  }

  /** Tells what the passing of time alone shows. */
  void pass(AlertRoom room, long now) {
    each(
        RuleKind.COLLECTION_STALE,
        rule -> {
          long due = staleAt(room, rule);
          if (due <= now && isConfirmed(room.mark(rule.name(), ""), now)) {
            long since = room.lastNews + rule.millis(Parameter.AFTER);
            life.raise(room, rule, "", since, due, stale(room, rule));
          }
        });
  }

  private boolean isConfirmed(Mark mark, long now) {
    mark.checkedAt = now;
    if (!isPending(mark)) {
      mark.holdsSince = life.wallClock();
    }
    return life.wallClock() - mark.holdsSince >= CONFIRMED_AFTER;
  }

  private boolean isPending(Mark mark) {
    return mark.holdsSince != Long.MAX_VALUE && mark.holdsSince >= begun;
  }

  /** When {@link #pass} will next have something to tell. */
  long deadline(AlertRoom room) {
    return rules.stream()
        .filter(rule -> rule.kind() == RuleKind.COLLECTION_STALE)
        .mapToLong(rule -> checkAt(room, rule))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static void learn(AlertRoom room, RoomSession session) {
    room.ownerId = known(session.getOwnerId(), room.ownerId);
    room.ownerName = known(session.getOwnerName(), room.ownerName);
    room.title = known(session.getTitle(), room.title);
    Instant first = session.getFirstEventAt();
    if (first != null) {
      room.firstSeen = Math.min(room.firstSeen, first.toEpochMilli());
    }
  }

  private static @Nullable String known(@Nullable String now, @Nullable String before) {
    return now == null ? before : now;
  }

  /** A broadcast that came back has not ended; it has not started a second time either. */
  private void alive(AlertRoom room, RoomSession session, long at) {
    room.wasLive = true;
    each(RuleKind.ROOM_ENDED, rule -> end(room, rule, at));
    Instant started = session.getStartedAt();
    if (started == null) {
      return; // soon known, and part of the identity
    }
    each(
        RuleKind.ROOM_STARTED,
        rule -> {
          if (room.mark(rule.name(), "").lastStart == Mark.NEVER) {
            life.raise(room, rule, "", started.toEpochMilli(), at, started(started, at));
          }
        });
  }

  private void ended(AlertRoom room, RoomSession session, long at) {
    Instant named = session.getEndedAt();
    long end = named == null ? at : named.toEpochMilli();
    life.resolveAll(room, end, (key, raised) -> !raised.kind().isMoment());
    if (room.wasLive) {
      each(
          RuleKind.ROOM_ENDED,
          rule -> life.raise(room, rule, "", end, Math.max(end, at), ended(session, end)));
    }
  }

  private void end(AlertRoom room, AlertRule rule, long at) {
    Mark.Key key = new Mark.Key(rule.name(), "");
    Mark mark = room.marks.get(key);
    if (mark != null) {
      life.resolve(room, key, mark, at, rule.millis(Parameter.COOL_DOWN));
    }
  }

  private long checkAt(AlertRoom room, AlertRule rule) {
    long due = staleAt(room, rule);
    Mark mark = room.marks.get(new Mark.Key(rule.name(), ""));
    return mark != null && due != Long.MAX_VALUE && isPending(mark)
        ? Math.max(due, mark.checkedAt + CHECKED_EVERY)
        : due;
  }

  /** When a room will be stale by a rule, if nothing comes; never where that is not to be told. */
  private long staleAt(AlertRoom room, AlertRule rule) {
    boolean isLive = room.state == LIVE && room.isWatched && rule.concerns(room.labels);
    if (!isLive) {
      return Long.MAX_VALUE;
    }
    long due = room.lastNews + rule.millis(Parameter.AFTER);
    Mark mark = room.marks.get(new Mark.Key(rule.name(), ""));
    if (mark != null && (mark.raised != null || due <= mark.lastStart)) {
      return Long.MAX_VALUE;
    }
    long from = mark == null ? due : Math.max(due, mark.quietUntil);
    return life.isHistory(from) ? Long.MAX_VALUE : from;
  }

  private static Reading stale(AlertRoom room, AlertRule rule) {
    double seconds = rule.millis(Parameter.AFTER) / 1_000.0;
    return new Reading(
        true,
        false,
        seconds,
        seconds,
        null,
        "nothing new since " + Instant.ofEpochMilli(room.lastNews) + " though the room is live");
  }

  private static Reading started(Instant started, long at) {
    return momentary(
        "the broadcast started"
            + ago(Duration.between(started, Instant.ofEpochMilli(at)), " before it was seen"));
  }

  private static Reading ended(RoomSession session, long end) {
    Instant started = session.getStartedAt();
    return momentary(
        "the broadcast ended"
            + (started == null
                ? ""
                : ago(Duration.between(started, Instant.ofEpochMilli(end)), " after its start")));
  }

  private static String ago(Duration time, String what) {
    return time.toSeconds() < 1 ? "" : " " + Words.time(time) + what;
  }

  private static Reading momentary(String summary) {
    return new Reading(true, false, null, null, null, summary);
  }

  private void each(RuleKind kind, Consumer<AlertRule> action) {
    for (AlertRule rule : rules) {
      if (rule.kind() == kind) {
        action.accept(rule);
      }
    }
  }
}
