package io.liveroom.processor.figures;

import io.liveroom.observed.Promotion;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Units sold and their worth, estimated from the growth of each product's sales figure. The
 * platform hides sales by saying 0, so nothing is known until a product shows more.
 */
public final class SalesHistory {

  private final Map<String, Product> products = new HashMap<>();

  public void add(long time, Promotion promotion) {
    Product product = products.computeIfAbsent(promotion.getPromotionId(), id -> new Product());
    if (promotion.getSales() != null) {
      Reading reading = new Reading(promotion.getSales(), promotion.getPriceFen());
      product.recent.merge(time, reading, Reading::larger);
    }
  }

  /** Sums up the readings before a time. */
  public void settle(long before) {
    for (Product product : products.values()) {
      Map<Long, Reading> old = product.recent.headMap(before, false);
      product.settled = product.settled.with(old.values());
      old.clear();
    }
  }

  /** Distinct products seen; null when no list came. */
  public @Nullable Integer productsSeen() {
    return products.isEmpty() ? null : Integer.valueOf(products.size());
  }

  public Estimate estimate() {
    boolean shown = false;
    long units = 0;
    long fen = 0;
    boolean priced = false;
    for (Product product : products.values()) {
      Progress all = product.settled.with(product.recent.values());
      shown |= all.most > 0;
      units += all.units;
      fen += all.fen;
      priced |= all.priced;
    }
    return new Estimate(shown ? Long.valueOf(units) : null, shown && priced ? fen : null);
  }

  public void write(StateWriter out) {
    out.each(
        products.entrySet(),
        entry -> {
          out.text(entry.getKey());
          entry.getValue().write(out);
        });
  }

  public static SalesHistory read(StateReader in) {
    SalesHistory history = new SalesHistory();
    for (int left = in.count(); left > 0; left--) {
      history.products.put(in.text(), Product.read(in));
    }
    return history;
  }

  /** Both null while hidden. */
  public record Estimate(@Nullable Long units, @Nullable Long fen) {}

  private record Reading(long sales, @Nullable Long priceFen) {

    Reading larger(Reading other) {
      return other.sales > sales || priceFen == null ? other : this;
    }
  }

  /**
   * Readings summed up in the order of their time.
   *
   * @param most running maximum of the sales; −1 before the first reading
   * @param priced at least one price is known
   */
  private record Progress(long most, long units, long fen, boolean priced) {

    static final Progress NONE = new Progress(-1, 0, 0, false);

    Progress with(Iterable<Reading> readings) {
      Progress progress = this;
      for (Reading reading : readings) {
        progress = progress.with(reading);
      }
      return progress;
    }

    private Progress with(Reading reading) {
      long growth = most < 0 ? 0 : Math.max(0, reading.sales - most);
      long worth = reading.priceFen == null ? 0 : growth * reading.priceFen;
      return new Progress(
          Math.max(most, reading.sales),
          units + growth,
          fen + worth,
          priced || reading.priceFen != null);
    }
  }

  private static final class Product {

    private final TreeMap<Long, Reading> recent = new TreeMap<>(); // by time, milliseconds
    private Progress settled = Progress.NONE;

    void write(StateWriter out) {
      out.number(settled.most).number(settled.units).number(settled.fen).flag(settled.priced);
      out.each(
          recent.entrySet(),
          entry -> {
            out.number(entry.getKey()).number(entry.getValue().sales);
            out.optionalNumber(entry.getValue().priceFen);
          });
    }

    static Product read(StateReader in) {
      Product product = new Product();
      product.settled = new Progress(in.number(), in.number(), in.number(), in.flag());
      for (int left = in.count(); left > 0; left--) {
        product.recent.put(in.number(), new Reading(in.number(), in.optionalNumber()));
      }
      return product;
    }
  }
}
