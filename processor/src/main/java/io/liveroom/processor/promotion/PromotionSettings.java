package io.liveroom.processor.promotion;

import java.time.Duration;

/**
 * What the changes of the shelf leave to the operator.
 *
 * @param settle how long a list waits for one that was seen before it and comes after it: what is
 *     published is not taken back, so it is published this much later
 * @param explainGap an interruption shorter than this does not end an explanation
 */
public record PromotionSettings(Duration settle, Duration explainGap) {

  /** Lists of two workers cross by seconds; of an explanation metrics.md says 120 s. */
  public static final PromotionSettings DEFAULTS =
      new PromotionSettings(Duration.ofSeconds(10), Duration.ofSeconds(120));
}
