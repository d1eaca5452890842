package io.liveroom.processor.promotion;

import io.liveroom.derived.PromotionChange;
import io.liveroom.processor.room.Derivation;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.util.List;

/**
 * Promotion-change. Status and room tell when a broadcast is over, which ends an explanation; chat
 * would tell it too, but is a hundred times as much.
 */
public final class PromotionDerivation {

  /** Short name of the topic: stateful names and metric tag. */
  public static final String NAME = "promotion";

  private PromotionDerivation() {}

  /**
   * How it is made.
   *
   * @param silence after which a partition's time goes on with the wall clock
   */
  public static Derivation<?, PromotionChange> of(
      Topics topics, PromotionSettings settings, Duration silence, RoomMeters meters) {
    return new Derivation<>(
        NAME,
        List.of(topics.promotions(), topics.room(), topics.status()),
        topics.promotionChange(),
        new PromotionFold(settings),
        silence,
        meters);
  }
}
