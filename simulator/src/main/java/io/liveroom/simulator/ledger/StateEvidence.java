package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.RoomStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the answers sent tell of a room's state, written down anew from the words of the platform.
 */
final class StateEvidence {
  private static final Set<Integer> ENDINGS = Set.of(3, 4, 6);

  /** A state that something spoke for at a moment. */
  private record Sign(Instant at, SessionState state) {}

  private final RoomFacts facts;
  private final Instant lastAlive;

  StateEvidence(RoomFacts facts) {
    this.facts = facts;
    this.lastAlive = lastAlive();
  }

  /** Two signs of the end since the last sign of life. */
  boolean isEnded() {
    int status = notAlive().size();
    int sources = (status > 0 ? 1 : 0) + some(infoEnded()) + some(controlEnded());
    return status >= 2 || sources >= 2;
  }

  /** The earliest of the latest signs of each source: {@code status} counts with its last two. */
  @Nullable Instant firstSignal() {
    List<Instant> signals = new ArrayList<>();
    List<Instant> statuses = notAlive();
    signals.addAll(statuses.subList(Math.max(0, statuses.size() - 2), statuses.size()));
    infoEnded().stream().max(Comparator.naturalOrder()).ifPresent(signals::add);
    controlEnded().stream().max(Comparator.naturalOrder()).ifPresent(signals::add);
    return signals.stream().min(Comparator.naturalOrder()).orElse(null);
  }

  /** The earliest sign of the end since the last sign of life. */
  @Nullable Instant earliestSignal() {
    return Stream.of(notAlive(), infoEnded(), controlEnded())
        .flatMap(List::stream)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  SessionState state() {
    if (isEnded()) {
      return SessionState.ENDED;
    }
    List<Sign> signs = new ArrayList<>();
    for (SnapshotFact snapshot : facts.snapshots()) {
      if (!snapshot.isEnded()) {
        signs.add(new Sign(snapshot.eventTime(), reading(snapshot.shown().status())));
      }
    }
    for (ChatFact fact : facts.chat()) {
      Integer action = fact.controlAction();
      if (action != null && (action == 1 || action == 2)) {
        signs.add(
            new Sign(fact.eventTime(), action == 1 ? SessionState.PAUSED : SessionState.LIVE));
      }
    }
    for (StatusFact status : facts.statuses()) {
      if (status.alive()) {
        signs.add(new Sign(status.eventTime(), SessionState.UNKNOWN)); // alive: live unless paused
      }
    }
    return latest(signs);
  }

  private static SessionState latest(List<Sign> signs) {
    signs.sort(Comparator.comparing(Sign::at));
    SessionState state = SessionState.UNKNOWN;
    for (Sign sign : signs) {
      if (sign.state() != SessionState.UNKNOWN) {
        state = sign.state();
      } else if (state != SessionState.PAUSED) {
        state = SessionState.LIVE;
      }
    }
    return state;
  }

  private static SessionState reading(RoomStatus status) {
    return switch (status) {
      case PREPARING -> SessionState.PREPARING;
      case LIVE -> SessionState.LIVE;
      case PAUSED -> SessionState.PAUSED;
      case ENDED -> SessionState.ENDED;
    };
  }

  private Instant lastAlive() {
    List<Instant> alive = new ArrayList<>();
    facts.statuses().stream().filter(StatusFact::alive).forEach(s -> alive.add(s.eventTime()));
    for (SnapshotFact snapshot : facts.snapshots()) {
      RoomStatus status = snapshot.shown().status();
      if (status == RoomStatus.LIVE || status == RoomStatus.PAUSED) {
        alive.add(snapshot.eventTime());
      }
    }
    return alive.stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
  }

  /** Answers of {@code status} that said not alive, each moment once, in order. */
  private List<Instant> notAlive() {
    return facts.statuses().stream()
        .filter(status -> !status.alive() && status.eventTime().isAfter(lastAlive))
        .map(StatusFact::eventTime)
        .distinct()
        .sorted()
        .toList();
  }

  private List<Instant> infoEnded() {
    return facts.snapshots().stream()
        .filter(s -> s.isEnded() && s.eventTime().isAfter(lastAlive))
        .map(SnapshotFact::eventTime)
        .toList();
  }

  private List<Instant> controlEnded() {
    return facts.chat().stream()
        .filter(f -> f.controlAction() != null && ENDINGS.contains(f.controlAction()))
        .map(ChatFact::eventTime)
        .filter(at -> at.isAfter(lastAlive))
        .toList();
  }

  private static int some(List<Instant> signals) {
    return signals.isEmpty() ? 0 : 1;
  }
}
