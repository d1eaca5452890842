package io.liveroom.processor.view;

import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product on the shelf, as its changes left it.
 *
 * @param explainStartedAt null unless it is being explained
 */
public record ShelfItem(
    String promotionId,
    @Nullable String productId,
    @Nullable String title,
    @Nullable Long position,
    @Nullable Long priceFen,
    @Nullable Long stock,
    @Nullable Long sales,
    boolean isListed,
    @Nullable Instant explainStartedAt,
    Instant lastChangeAt) {

  private static final long VERSION = 1;

  /** A product that nothing is known of yet. */
  static ShelfItem unknown(PromotionChange first) {
    return new ShelfItem(
        first.getPromotionId(),
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        null,
        first.getChangedAt());
  }

  /** The product after one more change; what a change does not say stays. */
  ShelfItem after(PromotionChange change) {
    Long before = change.getPosition() == null ? null : Long.valueOf(change.getPosition());
    return new ShelfItem(
        promotionId,
        known(change.getProductId(), productId),
        known(change.getTitle(), title),
        known(before, position),
        known(change.getPriceFenAfter(), priceFen),
        known(change.getStockAfter(), stock),
        known(change.getSalesAfter(), sales),
        listedAfter(change.getKind()),
        explainedAfter(change),
        change.getChangedAt().isAfter(lastChangeAt) ? change.getChangedAt() : lastChangeAt);
  }

  public boolean isExplaining() {
    return explainStartedAt != null;
  }

  private boolean listedAfter(ChangeKind kind) {
    return switch (kind) {
      case LISTED -> true;
      case DELISTED -> false;
      case PRICE_CHANGED,
          STOCK_CHANGED,
          SOLD_OUT,
          SALES_CHANGED,
          EXPLAIN_STARTED,
          EXPLAIN_ENDED,
          UNKNOWN ->
          isListed;
    };
  }

  private @Nullable Instant explainedAfter(PromotionChange change) {
    return switch (change.getKind()) {
      case EXPLAIN_STARTED -> change.getChangedAt();
      case EXPLAIN_ENDED, DELISTED -> null;
      case LISTED, PRICE_CHANGED, STOCK_CHANGED, SOLD_OUT, SALES_CHANGED, UNKNOWN ->
          explainStartedAt;
    };
  }

  private static <T> @Nullable T known(@Nullable T now, @Nullable T before) {
    return now == null ? before : now;
  }

  byte[] toBytes() {
    return new StateWriter()
        .number(VERSION)
        .text(promotionId)
        .optionalText(productId)
        .optionalText(title)
        .optionalNumber(position)
        .optionalNumber(priceFen)
        .optionalNumber(stock)
        .optionalNumber(sales)
        .flag(isListed)
        .optionalInstant(explainStartedAt)
        .number(lastChangeAt.toEpochMilli())
        .toBytes();
  }

  static ShelfItem of(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    long version = in.number();
    if (version != VERSION) {
      throw new IllegalStateException("a shelf item of version " + version);
    }
    return new ShelfItem(
        in.text(),
        in.optionalText(),
        in.optionalText(),
        in.optionalNumber(),
        in.optionalNumber(),
        in.optionalNumber(),
        in.optionalNumber(),
        in.flag(),
        in.optionalInstant(),
        Instant.ofEpochMilli(in.number()));
  }
}
