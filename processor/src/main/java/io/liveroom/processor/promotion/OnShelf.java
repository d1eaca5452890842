package io.liveroom.processor.promotion;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.SalesHistory.Sold;

/**
 * A product as published so far.
 *
 * @param offer what is known of it
 * @param isListed whether it is on the shelf, or was there when it was last seen
 * @param sold what the published changes add up to
 */
record OnShelf(Offer offer, boolean isListed, Sold sold) {

  static OnShelf unknown(String promotionId) {
    return new OnShelf(Offer.unknown(promotionId), false, Sold.NONE);
  }

  Picture picture() {
    return new Picture(offer.priceFen(), offer.stock(), sold.most());
  }

  OnShelf gone() {
    return new OnShelf(offer, false, sold);
  }

  OnShelf with(Sold other) {
    return new OnShelf(offer, isListed, other);
  }

  void write(StateWriter out) {
    offer.write(out);
    out.flag(isListed);
    sold.write(out);
  }

  static OnShelf read(StateReader in) {
    return new OnShelf(Offer.read(in), in.flag(), Sold.read(in));
  }
}
