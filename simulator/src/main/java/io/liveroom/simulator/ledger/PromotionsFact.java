package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Product;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a shelf, as far as its pages were sent.
 *
 * @param eventTime when the first page was sent: a client's time of arrival differs a little
 * @param isComplete every product the shelf says it has was sent
 * @param products what was sent
 * @param explainingPromotionId the one being explained; null for none
 */
public record PromotionsFact(
    Instant eventTime,
    boolean isComplete,
    List<Product> products,
    @Nullable String explainingPromotionId) {
  public PromotionsFact {
    products = List.copyOf(products);
  }

  public List<String> promotionIds() {
    return products.stream().map(Product::promotionId).toList();
  }

  /** The same, seen at another time. */
  public PromotionsFact at(Instant time) {
    return new PromotionsFact(time, isComplete, products, explainingPromotionId);
  }
}
