package io.liveroom.processor.room;

import io.liveroom.common.RoomState;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.Latest;
import io.liveroom.schemas.EndSignals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a broadcast goes on, from what every source says of it; event time orders. */
public final class Life {

  private static final int PAUSE = 1;
  private static final int RESUME = 2;

  private EndSignals end = EndSignals.NONE;
  private Latest<RoomState> told = new Latest<>(); // by snapshots and control messages
  private Latest<Instant> finished = new Latest<>(); // of snapshots that show the end
  private Latest<Instant> started = new Latest<>();
  private long alive = Long.MIN_VALUE; // last status answer that said alive

  public void snapshot(Observed fact, RoomSnapshot snapshot) {
    started.offer(fact.time(), fact.eventId(), startOf(snapshot));
    switch (snapshot.getState()) {
      case LIVE, PAUSED -> {
        end = end.alive(fact.eventTime());
        told.offer(fact.time(), fact.eventId(), snapshot.getState());
      }
      case PREPARING -> told.offer(fact.time(), fact.eventId(), RoomState.PREPARING);
      case ENDED -> {
        end = end.infoEnded(fact.eventTime());
        finished.offer(fact.time(), fact.eventId(), snapshot.getFinishTime());
      }
      case UNKNOWN -> {}
    }
  }

  public void status(Observed fact, RoomStatus status) {
    if (status.getAlive()) {
      end = end.alive(fact.eventTime());
      alive = Math.max(alive, fact.time());
    } else {
      end = end.notAlive(fact.eventTime());
    }
  }

  /** Takes a control message's word; other messages say nothing here. */
  public void chat(Observed fact, ChatEvent chat) {
    Integer action = chat.getControlAction();
    if (action == null) {
      return;
    }
    if (EndSignals.endsRoom(action)) {
      end = end.controlEnded(fact.eventTime());
    } else if (action == PAUSE) {
      told.offer(fact.time(), fact.eventId(), RoomState.PAUSED);
    } else if (action == RESUME) {
      told.offer(fact.time(), fact.eventId(), RoomState.LIVE);
    }
  }

  public boolean isEnded() {
    return end.isConfirmed();
  }

  public RoomState state() {
    if (isEnded()) {
      return RoomState.ENDED;
    }
    RoomState word = told.value();
    if (word == null) {
      return alive == Long.MIN_VALUE ? RoomState.UNKNOWN : RoomState.LIVE;
    }
    return word == RoomState.PREPARING && alive > told.time() ? RoomState.LIVE : word;
  }

  public @Nullable Instant startedAt() {
    return started.value();
  }

  /** The end as the platform names it, else the first sign of it; null until confirmed. */
  public @Nullable Instant endedAt() {
    if (!isEnded()) {
      return null;
    }
    Instant named = finished.value();
    return named == null ? end.firstSignal() : named;
  }

  public void write(StateWriter out) {
    out.optionalInstant(end.lastAlive()).optionalInstant(end.notAlive());
    out.optionalInstant(end.notAliveBefore()).optionalInstant(end.infoEnded());
    out.optionalInstant(end.controlEnded());
    told.write(out, (to, state) -> to.text(state.name()));
    finished.write(out, StateWriter::optionalInstant);
    started.write(out, StateWriter::optionalInstant);
    out.number(alive);
  }

  public static Life read(StateReader in) {
    Life life = new Life();
    life.end =
        new EndSignals(
            in.optionalInstant(),
            in.optionalInstant(),
            in.optionalInstant(),
            in.optionalInstant(),
            in.optionalInstant());
    life.told = Latest.read(in, from -> RoomState.valueOf(from.text()));
    life.finished = Latest.read(in, StateReader::optionalInstant);
    life.started = Latest.read(in, StateReader::optionalInstant);
    life.alive = in.number();
    return life;
  }

  private static @Nullable Instant startOf(RoomSnapshot snapshot) {
    return snapshot.getStartTime() == null ? snapshot.getCreateTime() : snapshot.getStartTime();
  }
}
