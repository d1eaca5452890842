package io.liveroom.collector.rooms;

import io.liveroom.common.RoomState;
import io.liveroom.schemas.EndSignals;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state of one room, as far as a worker knows: UNKNOWN → LIVE ⇄ PAUSED → ENDED, and back while
 * it can. Pure: each answer gives a new life. No answer, an error, or a batch that does not mention
 * the room says nothing, so there is no method for it.
 */
public record RoomLife(RoomState state, EndSignals signals) {

  /** Nothing heard yet. */
  public static final RoomLife NEW = new RoomLife(RoomState.UNKNOWN, EndSignals.NONE);

  private static final int PAUSE = 1;
  private static final int RESUME = 2;

  /** {@code status} said whether it is live. */
  public RoomLife statusSaid(boolean alive, Instant at) {
    if (!alive) {
      return with(state, signals.notAlive(at));
    }
    return with(state == RoomState.PAUSED ? RoomState.PAUSED : RoomState.LIVE, signals.alive(at));
  }

  /** {@code info} or {@code feed} showed it in a state. */
  public RoomLife infoSaid(RoomState said, Instant at) {
    return switch (said) {
      case LIVE, PAUSED -> with(said, signals.alive(at));
      case ENDED -> with(state, signals.infoEnded(at));
      case PREPARING -> with(state == RoomState.UNKNOWN ? RoomState.PREPARING : state, signals);
      case UNKNOWN -> this;
    };
  }

  /** A chat message paused, resumed or ended it. */
  public RoomLife controlSaid(int action, Instant at) {
    if (EndSignals.endsRoom(action)) {
      return with(state, signals.controlEnded(at));
    }
    if (action == PAUSE && state == RoomState.LIVE) {
      return with(RoomState.PAUSED, signals);
    }
    return action == RESUME && state == RoomState.PAUSED ? with(RoomState.LIVE, signals) : this;
  }

  /** One more signal is needed: it is worth asking at once. */
  public boolean isSuspected() {
    return signals.isSuspected() && !signals.isConfirmed();
  }

  /** Whether {@code info} itself has shown the end, so that no last one is needed. */
  public boolean isEndShown() {
    Instant shown = signals.infoEnded();
    Instant alive = signals.lastAlive();
    return state == RoomState.ENDED && shown != null && (alive == null || shown.isAfter(alive));
  }

  /** What should run for it. */
  public Set<Duty> duties() {
    return switch (state) {
      case LIVE, PAUSED -> EnumSet.allOf(Duty.class);
      case UNKNOWN, PREPARING -> EnumSet.of(Duty.STATUS, Duty.INFO);
      case ENDED -> EnumSet.of(Duty.STATUS);
    };
  }

  private RoomLife with(RoomState next, EndSignals heard) {
    if (heard.isConfirmed()) {
      return new RoomLife(RoomState.ENDED, heard);
    }
    return new RoomLife(next == RoomState.ENDED ? RoomState.UNKNOWN : next, heard);
  }
}
