package io.liveroom.processor.minute;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.RoomFold;

/** Lets tests of other packages fold. */
public final class MinuteFolds {

  private MinuteFolds() {}

  public static RoomFold<?, RoomMinute> of(FigureSettings settings) {
    return new MinuteFold(settings);
  }
}
