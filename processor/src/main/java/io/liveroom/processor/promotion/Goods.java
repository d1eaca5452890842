package io.liveroom.processor.promotion;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.SalesHistory;
import io.liveroom.processor.room.RoomFold;
import java.util.TreeMap;
import java.util.TreeSet;

/** The goods of a room, as published and as still to be. Changed in place by the fold. */
final class Goods {

  final SalesHistory sales;
  final TreeSet<SeenList> waiting = new TreeSet<>();
  final TreeMap<String, OnShelf> products = new TreeMap<>(); // every one ever published, by id

  Goods() {
    this(new SalesHistory());
  }

  private Goods(SalesHistory sales) {
    this.sales = sales;
  }

  OnShelf product(String promotionId) {
    OnShelf known = products.get(promotionId);
    return known == null ? OnShelf.unknown(promotionId) : known;
  }

  /** Time of the list that has waited longest, milliseconds; never where none waits. */
  long nextList() {
    return waiting.isEmpty() ? RoomFold.NEVER : waiting.first().time();
  }

  void write(StateWriter out) {
    sales.write(out);
    out.each(waiting, list -> list.write(out));
    out.each(products.values(), product -> product.write(out));
  }

  static Goods read(StateReader in) {
    Goods goods = new Goods(SalesHistory.read(in));
    for (int left = in.count(); left > 0; left--) {
      goods.waiting.add(SeenList.read(in));
    }
    for (int left = in.count(); left > 0; left--) {
      OnShelf product = OnShelf.read(in);
      goods.products.put(product.offer().promotionId(), product);
    }
    return goods;
  }
}
