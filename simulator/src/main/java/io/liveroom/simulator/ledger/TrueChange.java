package io.liveroom.simulator.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A right change of one product. The components bear the names of the published record's fields.
 */
public record TrueChange(
    String roomId,
    String promotionId,
    @Nullable String productId,
    @Nullable String title,
    Kind kind,
    Instant changedAt,
    @Nullable Long priceFenBefore,
    @Nullable Long priceFenAfter,
    @Nullable Long stockBefore,
    @Nullable Long stockAfter,
    @Nullable Long salesBefore,
    @Nullable Long salesAfter,
    @Nullable Long salesGained,
    @Nullable Long gmvEstimateFen,
    @Nullable Long explainedSeconds) {

  /** What changed. */
  public enum Kind {
    LISTED,
    DELISTED,
    PRICE_CHANGED,
    STOCK_CHANGED,
    SOLD_OUT,
    SALES_CHANGED,
    EXPLAIN_STARTED,
    EXPLAIN_ENDED
  }
}
