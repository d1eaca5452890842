package io.liveroom.processor.promotion;

import io.liveroom.derived.ChangeKind;
import io.liveroom.processor.figures.SalesHistory.Sold;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What one list changes on the shelf. */
final class ShelfTurn {

  private final PromotionRoom room;
  private final ChangeLog log;

  ShelfTurn(PromotionRoom room, ChangeLog log) {
    this.room = room;
    this.log = log;
  }

  /** Takes a list that is younger than all before it. */
  void take(SeenList list) {
    Set<String> shown = new HashSet<>();
    for (Offer offer : list.offers()) {
      shown.add(offer.promotionId());
      show(list.time(), offer);
    }
    if (list.isComplete()) {
      for (OnShelf product : room.products.values()) {
        if (product.isListed() && !shown.contains(product.offer().promotionId())) {
          remove(list.time(), product);
        }
      }
    }
  }

  /**
   * Takes a list that is older than one already published. What that said stands: this one can only
   * tell of products that nobody had seen (whether they are still there, the next complete list
   * tells), and correct what was sold.
   */
  void takeLate(SeenList list) {
    for (Offer offer : list.offers()) {
      String id = offer.promotionId();
      boolean isUnseen = !room.products.containsKey(id);
      OnShelf before = room.product(id);
      Sold sold = room.sales.soldBy(id, room.frontier);
      OnShelf after = isUnseen ? new OnShelf(offer, true, sold) : before.with(sold);
      if (isUnseen) {
        log.changed(ChangeKind.LISTED, list.time(), offer, before.picture(), after.picture());
      }
      if (isNews(before.sold(), sold)) {
        log.corrected(list, before, after);
      }
      room.products.put(id, after);
    }
  }

  private void show(long time, Offer offer) {
    OnShelf before = room.product(offer.promotionId());
    Sold sold = room.sales.soldBy(offer.promotionId(), time);
    OnShelf after = new OnShelf(offer.over(before.offer()), true, sold);
    if (before.isListed()) {
      compare(time, before, after);
    } else {
      log.changed(ChangeKind.LISTED, time, after.offer(), before.picture(), after.picture());
    }
    if (isNews(before.sold(), sold)) {
      log.sold(time, before, after, offer.priceFen() != null);
    }
    room.products.put(offer.promotionId(), after);
  }

  private void compare(long time, OnShelf before, OnShelf after) {
    Offer offer = after.offer();
    Long priceBefore = before.offer().priceFen();
    if (priceBefore != null && !priceBefore.equals(offer.priceFen())) {
      log.changed(ChangeKind.PRICE_CHANGED, time, offer, before.picture(), after.picture());
    }
    Long stockBefore = before.offer().stock();
    if (stockBefore != null && !Objects.equals(stockBefore, offer.stock())) {
      log.changed(ChangeKind.STOCK_CHANGED, time, offer, before.picture(), after.picture());
    }
    if (offer.isSoldOutSince(before.offer())) {
      log.changed(ChangeKind.SOLD_OUT, time, offer, before.picture(), after.picture());
    }
  }

  private void remove(long time, OnShelf product) {
    log.changed(ChangeKind.DELISTED, time, product.offer(), product.picture(), Picture.NONE);
    room.products.put(product.offer().promotionId(), product.gone());
  }

  private static boolean isNews(Sold before, Sold after) {
    return before.units() != after.units() || before.fen() != after.fen();
  }
}
