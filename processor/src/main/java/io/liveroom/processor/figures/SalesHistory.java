package io.liveroom.processor.figures;

import io.liveroom.observed.Promotion;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Units sold and their worth, estimated from the growth of each product's sales figure. The
 * platform hides sales by saying 0, so nothing is known until a product shows more.
 *
 * <p>What it says hangs on the lists alone, in the order in which their partition holds them, and
 * on no clock: whoever reads the same lists has the same figures. Any order of lists within a
 * quarter of an hour gives the same.
 */
public final class SalesHistory {

  /** How long readings wait for what belongs between them. */
  private static final long MEMORY = Duration.ofMinutes(15).toMillis();

  private final Map<String, Product> products = new HashMap<>();
  private long newest = Long.MIN_VALUE; // time of the youngest list

  /** Takes the products of a list. */
  public void add(long time, Collection<Promotion> list) {
    for (Promotion promotion : list) {
      Product product = products.computeIfAbsent(promotion.getPromotionId(), id -> new Product());
      if (promotion.getSales() != null) {
        product.add(time, new Reading(promotion.getSales(), promotion.getPriceFen()));
      }
    }
    if (time > newest) {
      newest = time;
      products.values().forEach(product -> product.settle(newest - MEMORY));
    }
  }

  /** What was sold of a product by a time, that time's list included. */
  public Sold soldBy(String promotionId, long time) {
    Product product = products.get(promotionId);
    return product == null
        ? Sold.NONE
        : product.settled.with(product.recent.headMap(time, true).values());
  }

  public Estimate estimate() {
    boolean shown = false;
    long units = 0;
    long fen = 0;
    boolean priced = false;
    for (Product product : products.values()) {
      Sold all = product.settled.with(product.recent.values());
      shown |= all.most > 0;
      units += all.units;
      fen += all.fen;
      priced |= all.priced;
    }
    return new Estimate(
        products.isEmpty() ? null : Long.valueOf(products.size()),
        shown ? Long.valueOf(units) : null,
        shown && priced ? Long.valueOf(fen) : null);
  }

  public void write(StateWriter out) {
    out.number(newest);
    out.each(
        products.entrySet(),
        entry -> {
          out.text(entry.getKey());
          entry.getValue().write(out);
        });
  }

  public static SalesHistory read(StateReader in) {
    SalesHistory history = new SalesHistory();
    history.newest = in.number();
    for (int left = in.count(); left > 0; left--) {
      history.products.put(in.text(), Product.read(in));
    }
    return history;
  }

  /**
   * What all products come to.
   *
   * @param products distinct ones seen; null when no list came
   * @param units sold; null while hidden
   * @param fen their worth; null while hidden
   */
  public record Estimate(@Nullable Long products, @Nullable Long units, @Nullable Long fen) {

    public static final Estimate NONE = new Estimate(null, null, null);

    public void write(StateWriter out) {
      out.optionalNumber(products).optionalNumber(units).optionalNumber(fen);
    }

    public static Estimate read(StateReader in) {
      return new Estimate(in.optionalNumber(), in.optionalNumber(), in.optionalNumber());
    }
  }

  private record Reading(long sales, @Nullable Long priceFen) {

    private static final Comparator<Reading> SIZE =
        Comparator.comparingLong(Reading::sales)
            .thenComparing(Reading::priceFen, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Whether a later reading adds nothing to this one: no growth, and no first price. */
    boolean covers(Reading later) {
      return later.sales <= sales && (later.priceFen == null || priceFen != null);
    }

    /** Which of two readings of the same moment counts. */
    Reading larger(Reading other) {
      return SIZE.compare(this, other) < 0 ? other : this;
    }
  }

  /**
   * Readings of one product summed up in the order of their time.
   *
   * @param most running maximum of the sales; −1 before the first reading
   * @param units its growth since the first reading
   * @param fen the growth times the price of its time
   * @param priced at least one price is known
   */
  public record Sold(long most, long units, long fen, boolean priced) {

    public static final Sold NONE = new Sold(-1, 0, 0, false);

    Sold with(Iterable<Reading> readings) {
      Sold sold = this;
      for (Reading reading : readings) {
        sold = sold.with(reading);
      }
      return sold;
    }

    private Sold with(Reading reading) {
      long growth = most < 0 ? 0 : Math.max(0, reading.sales - most);
      long worth = reading.priceFen == null ? 0 : growth * reading.priceFen;
      return new Sold(
          Math.max(most, reading.sales),
          units + growth,
          fen + worth,
          priced || reading.priceFen != null);
    }

    public void write(StateWriter out) {
      out.number(most).number(units).number(fen).flag(priced);
    }

    public static Sold read(StateReader in) {
      return new Sold(in.number(), in.number(), in.number(), in.flag());
    }
  }

  private static final class Product {

    private final TreeMap<Long, Reading> recent = new TreeMap<>(); // by time, milliseconds
    private Sold settled = Sold.NONE;

    /** Adds a reading, unless an earlier one says as much: then it can never make a difference. */
    void add(long time, Reading reading) {
      Map.Entry<Long, Reading> before = recent.lowerEntry(time);
      if (before == null || !before.getValue().covers(reading)) {
        recent.merge(time, reading, Reading::larger);
      }
    }

    /** Sums up the readings before a time. */
    void settle(long before) {
      Map<Long, Reading> old = recent.headMap(before, false);
      settled = settled.with(old.values());
      old.clear();
    }

    void write(StateWriter out) {
      settled.write(out);
      out.each(
          recent.entrySet(),
          entry -> {
            out.number(entry.getKey()).number(entry.getValue().sales);
            out.optionalNumber(entry.getValue().priceFen);
          });
    }

    static Product read(StateReader in) {
      Product product = new Product();
      product.settled = Sold.read(in);
      for (int left = in.count(); left > 0; left--) {
        product.recent.put(in.number(), new Reading(in.number(), in.optionalNumber()));
      }
      return product;
    }
  }
}
