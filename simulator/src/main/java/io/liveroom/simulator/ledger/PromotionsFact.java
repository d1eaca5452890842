package io.liveroom.simulator.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shelf, read to its last page.
 *
 * @param eventTime when the last page was sent: a client's time of arrival differs a little
 * @param isComplete every product the shelf says it has was sent
 * @param promotionIds the products
 * @param explainingPromotionId the one being explained; null for none
 */
public record PromotionsFact(
    Instant eventTime,
    boolean isComplete,
    List<String> promotionIds,
    @Nullable String explainingPromotionId) {
  public PromotionsFact {
    promotionIds = List.copyOf(promotionIds);
  }
}
