package io.liveroom.processor.promotion;

import io.liveroom.derived.PromotionChange;
import io.liveroom.processor.room.RoomFold;

/** Lets tests of other packages fold. */
public final class PromotionFolds {

  private PromotionFolds() {}

  public static RoomFold<?, PromotionChange> of(PromotionSettings settings) {
    return new PromotionFold(settings);
  }
}
