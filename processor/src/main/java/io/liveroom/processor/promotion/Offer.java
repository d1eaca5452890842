package io.liveroom.processor.promotion;

import io.liveroom.observed.Promotion;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * A product as a list shows it; null is what the list does not say.
 *
 * @param stock units; null also where 0 is said of a product that can be bought, which hides it
 * @param isAvailable the platform's word that it can be bought, else whether there is stock
 */
record Offer(
    String promotionId,
    @Nullable String productId,
    @Nullable String title,
    @Nullable Long priceFen,
    @Nullable Long stock,
    @Nullable Boolean isAvailable,
    @Nullable Long position) {

  static Offer of(Promotion promotion) {
    Long stock = promotion.getStock();
    Boolean inStock = promotion.getInStock();
    boolean isHidden = stock != null && stock == 0 && Boolean.TRUE.equals(inStock);
    Integer position = promotion.getPosition();
    return new Offer(
        promotion.getPromotionId(),
        promotion.getProductId(),
        promotion.getTitle(),
        promotion.getPriceFen(),
        isHidden ? null : stock,
        availability(inStock, stock),
        position == null ? null : Long.valueOf(position));
  }

  private static @Nullable Boolean availability(@Nullable Boolean inStock, @Nullable Long stock) {
    if (inStock != null || stock == null) {
      return inStock;
    }
    return stock > 0;
  }

  /** A product of which nothing but the id is known. */
  static Offer unknown(String promotionId) {
    return new Offer(promotionId, null, null, null, null, null, null);
  }

  /** This, and what was known before where this does not say. */
  Offer over(Offer before) {
    return new Offer(
        promotionId,
        productId == null ? before.productId : productId,
        title == null ? before.title : title,
        priceFen == null ? before.priceFen : priceFen,
        stock == null ? before.stock : stock,
        isAvailable == null ? before.isAvailable : isAvailable,
        position == null ? before.position : position);
  }

  /** Whether it could be bought before and cannot now. */
  boolean isSoldOutSince(Offer before) {
    return Boolean.TRUE.equals(before.isAvailable) && Boolean.FALSE.equals(isAvailable);
  }

  void write(StateWriter out) {
    out.text(promotionId).optionalText(productId).optionalText(title);
    out.optionalNumber(priceFen).optionalNumber(stock);
    out.optionalNumber(isAvailable == null ? null : Long.valueOf(isAvailable ? 1 : 0));
    out.optionalNumber(position);
  }

  static Offer read(StateReader in) {
    String promotionId = in.text();
    String productId = in.optionalText();
    String title = in.optionalText();
    Long price = in.optionalNumber();
    Long stock = in.optionalNumber();
    Long available = in.optionalNumber();
    return new Offer(
        promotionId,
        productId,
        title,
        price,
        stock,
        available == null ? null : Boolean.valueOf(available != 0),
        in.optionalNumber());
  }
}
