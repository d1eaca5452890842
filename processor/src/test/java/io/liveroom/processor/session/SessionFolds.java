package io.liveroom.processor.session;

import io.liveroom.derived.RoomSession;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.RoomFold;

/** Lets tests of other packages fold. */
public final class SessionFolds {

  private SessionFolds() {}

  public static RoomFold<?, RoomSession> of(FigureSettings settings) {
    return new SessionFold(settings);
  }
}
