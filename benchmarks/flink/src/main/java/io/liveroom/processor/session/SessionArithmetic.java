package io.liveroom.processor.session;

import io.liveroom.derived.RoomSession;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.RoomFold;

/** The product's own arithmetic of sessions, for another runtime. */
public final class SessionArithmetic {

  private SessionArithmetic() {}

  public static RoomFold<?, RoomSession> of(FigureSettings settings) {
    return new SessionFold(settings);
  }
}
