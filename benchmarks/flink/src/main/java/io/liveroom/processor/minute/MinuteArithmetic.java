package io.liveroom.processor.minute;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.RoomFold;

/** The product's own arithmetic of minutes, for another runtime. */
public final class MinuteArithmetic {

  private MinuteArithmetic() {}

  public static RoomFold<?, RoomMinute> of(FigureSettings settings) {
    return new MinuteFold(settings);
  }
}
