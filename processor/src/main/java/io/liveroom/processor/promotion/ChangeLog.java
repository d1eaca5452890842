package io.liveroom.processor.promotion;

import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.processor.figures.SalesHistory.Sold;
import io.liveroom.processor.room.Derived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of one room as they are found, written out as records. */
final class ChangeLog {

  private final String roomId;
  private final List<Derived<PromotionChange>> changes = new ArrayList<>();

  ChangeLog(String roomId) {
    this.roomId = roomId;
  }

  List<Derived<PromotionChange>> changes() {
    return changes;
  }

  void changed(ChangeKind kind, long time, Offer offer, Picture before, Picture after) {
    add(change(kind, time, offer, before, after));
  }

  /**
   * What was sold since it was last told.
   *
   * @param isPriced whether the price of this time is known, without which the worth is not
   */
  void sold(long time, OnShelf before, OnShelf after, boolean isPriced) {
    long fen = after.sold().fen() - before.sold().fen();
    PromotionChange change =
        change(ChangeKind.SALES_CHANGED, time, after.offer(), before.picture(), after.picture());
    change.setSalesGained(after.sold().units() - before.sold().units());
    change.setGmvEstimateFen(fen != 0 || isPriced ? Long.valueOf(fen) : null);
    add(change);
  }

  /** What a list that came late makes of the sales told before. */
  void corrected(SeenList late, OnShelf before, OnShelf after) {
    Sold sold = after.sold();
    PromotionChange change =
        change(
            ChangeKind.SALES_CHANGED,
            late.time(),
            after.offer(),
            before.picture(),
            after.picture());
    change.setChangeId(change.getChangeId() + ":late:" + late.receivedAt());
    change.setSalesGained(sold.units() - before.sold().units());
    change.setGmvEstimateFen(sold.fen() - before.sold().fen());
    change.setIsCorrection(true);
    add(change);
  }

  void explained(long end, Offer offer, Explanation explanation, @Nullable Picture atEnd) {
    Picture after = atEnd == null ? explanation.atStart() : atEnd;
    PromotionChange change =
        change(ChangeKind.EXPLAIN_ENDED, end, offer, explanation.atStart(), after);
    change.setExplainedSeconds((end - explanation.start()) / 1000);
    add(change);
  }

  private void add(PromotionChange change) {
    changes.add(new Derived<>(change, change.getChangeId(), change.getChangedAt()));
  }

  private PromotionChange change(
      ChangeKind kind, long time, Offer offer, Picture before, Picture after) {
    Long position = offer.position();
    return PromotionChange.newBuilder()
        .setChangeId(
            String.join(":", roomId, offer.promotionId(), kind.name(), Long.toString(time)))
        .setRoomId(roomId)
        .setPromotionId(offer.promotionId())
        .setProductId(offer.productId())
        .setTitle(offer.title())
        .setKind(kind)
        .setChangedAt(Instant.ofEpochMilli(time))
        .setPriceFenBefore(before.priceFen())
        .setPriceFenAfter(after.priceFen())
        .setStockBefore(before.stock())
        .setStockAfter(after.stock())
        .setSalesBefore(before.salesBefore(after))
        .setSalesAfter(after.salesAfter())
        .setPosition(position == null ? null : Integer.valueOf(Math.toIntExact(position)))
        .build();
  }
}
