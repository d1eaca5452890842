package io.liveroom.simulator.ledger;

import io.liveroom.simulator.ledger.TrueChange.Kind;
import io.liveroom.simulator.world.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One product through all readings of its shelf. */
final class ProductLine {

  /**
   * The product at a reading.
   *
   * @param most largest sales figure so far; -1 before the first
   */
  record Moment(@Nullable Product product, long most) {
    static final Moment NOWHERE = new Moment(null, -1);

    @Nullable Long price() {
      return product == null ? null : Long.valueOf(product.priceFen());
    }

    @Nullable Long stock() {
      return product == null ? null : Long.valueOf(product.stock());
    }
  }

  private final String roomId;
  private final String promotionId;
  private final List<PromotionsFact> readings;
  private final List<Moment> moments = new ArrayList<>(); // after each reading
  private final List<TrueChange> changes = new ArrayList<>();
  private boolean isListed;

  /** Goes through the readings, which are in order of time. */
  ProductLine(String roomId, String promotionId, List<PromotionsFact> readings) {
    this.roomId = roomId;
    this.promotionId = promotionId;
    this.readings = readings;
    readings.forEach(this::read);
  }

  List<TrueChange> changes() {
    return changes;
  }

  long most() {
    return last().most();
  }

  /** What was being explained when: the stretches in which it was this product. */
  void explain(List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      Moment start = after(stretch.from());
      add(Kind.EXPLAIN_STARTED, stretch.from(), start, start, null, null, null);
      Instant to = stretch.to();
      if (to != null) {
        long seconds = Duration.between(stretch.from(), to).toSeconds();
        add(Kind.EXPLAIN_ENDED, to, start, after(to), null, null, seconds);
      }
    }
  }

  private void read(PromotionsFact reading) {
    Moment before = last();
    Product shown =
        reading.products().stream()
            .filter(product -> product.promotionId().equals(promotionId))
            .findFirst()
            .orElse(null);
    Moment after =
        shown == null ? before : new Moment(shown, Math.max(before.most(), shown.sales()));
    moments.add(after);
    if (shown != null) {
      show(reading.eventTime(), before, after, shown);
    } else if (isListed && reading.isComplete()) {
      isListed = false;
      add(Kind.DELISTED, reading.eventTime(), before, Moment.NOWHERE, null, null, null);
    }
  }

  private void show(Instant at, Moment before, Moment after, Product shown) {
    Product known = before.product();
    if (!isListed || known == null) {
      add(Kind.LISTED, at, before, after, null, null, null);
    } else {
      if (known.priceFen() != shown.priceFen()) {
        add(Kind.PRICE_CHANGED, at, before, after, null, null, null);
      }
      if (known.stock() != shown.stock()) {
        add(Kind.STOCK_CHANGED, at, before, after, null, null, null);
      }
      if (known.stock() > 0 && shown.stock() == 0) {
        add(Kind.SOLD_OUT, at, before, after, null, null, null);
      }
    }
    isListed = true;
    long gained = after.most() - before.most();
    if (before.most() >= 0 && gained > 0) {
      add(Kind.SALES_CHANGED, at, before, after, gained, gained * shown.priceFen(), null);
    }
  }

  private Moment last() {
    return moments.isEmpty() ? Moment.NOWHERE : moments.get(moments.size() - 1);
  }

  private Moment after(Instant at) {
    Moment found = Moment.NOWHERE;
    for (int index = 0; index < readings.size(); index++) {
      if (!readings.get(index).eventTime().isAfter(at)) {
        found = moments.get(index);
      }
    }
    return found;
  }

  private void add(
      Kind kind,
      Instant at,
      Moment before,
      Moment after,
      @Nullable Long gained,
      @Nullable Long worth,
      @Nullable Long seconds) {
    Product shown = after.product() == null ? before.product() : after.product();
    boolean isShown = before.most() > 0 || (before.most() == 0 && after.most() > 0);
    changes.add(
        new TrueChange(
            roomId,
            promotionId,
            shown == null ? null : shown.productId(),
            shown == null ? null : shown.title(),
            kind,
            at,
            before.price(),
            after.price(),
            before.stock(),
            after.stock(),
            isShown ? Long.valueOf(before.most()) : null,
            after.most() > 0 ? Long.valueOf(after.most()) : null,
            gained,
            worth,
            seconds));
  }

  /**
   * An explanation.
   *
   * @param to null while it goes on
   */
  record Stretch(Instant from, @Nullable Instant to) {}
}
