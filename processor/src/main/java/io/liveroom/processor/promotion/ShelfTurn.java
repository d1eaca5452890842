package io.liveroom.processor.promotion;

import io.liveroom.derived.ChangeKind;
import io.liveroom.processor.figures.SalesHistory.Sold;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What one list changes on the shelf. */
final class ShelfTurn {

  private final Goods goods;
  private final ChangeLog log;

  ShelfTurn(Goods goods, ChangeLog log) {
    this.goods = goods;
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
      for (OnShelf product : goods.products.values()) {
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
   *
   * @param frontier time of the last list whose changes are published, milliseconds
   */
  void takeLate(SeenList list, long frontier) {
    for (Offer offer : list.offers()) {
      String id = offer.promotionId();
      boolean isUnseen = !goods.products.containsKey(id);
      OnShelf before = goods.product(id);
      Sold sold = goods.sales.soldBy(id, frontier);
      OnShelf after = isUnseen ? new OnShelf(offer, true, sold) : before.with(sold);
      if (isUnseen) {
        log.changed(ChangeKind.LISTED, list.time(), offer, before.picture(), after.picture());
      }
      if (isNews(before.sold(), sold)) {
        log.corrected(list, before, after);
      }
      goods.products.put(id, after);
    }
  }

  private void show(long time, Offer offer) {
    OnShelf before = goods.product(offer.promotionId());
    Sold sold = goods.sales.soldBy(offer.promotionId(), time);
    OnShelf after = new OnShelf(offer.over(before.offer()), true, sold);
    if (before.isListed()) {
      compare(time, before, after);
    } else {
      log.changed(ChangeKind.LISTED, time, after.offer(), before.picture(), after.picture());
    }
    if (isNews(before.sold(), sold)) {
      log.sold(time, before, after, offer.priceFen() != null);
    }
    goods.products.put(offer.promotionId(), after);
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
    goods.products.put(product.offer().promotionId(), product.gone());
  }

  private static boolean isNews(Sold before, Sold after) {
    return before.units() != after.units() || before.fen() != after.fen();
  }
}
