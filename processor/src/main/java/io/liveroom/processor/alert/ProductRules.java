package io.liveroom.processor.alert;

import static io.liveroom.derived.ChangeKind.DELISTED;
import static io.liveroom.derived.ChangeKind.LISTED;
import static io.liveroom.derived.ChangeKind.PRICE_CHANGED;
import static io.liveroom.derived.ChangeKind.STOCK_CHANGED;

import io.liveroom.derived.PromotionChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about products. Each product has its own alerts. */
final class ProductRules {

  private final List<AlertRule> rules;
  private final AlertLife life;

  ProductRules(AlertRules rules, AlertLife life) {
    this.rules = rules.all();
    this.life = life;
  }

  void apply(AlertRoom room, PromotionChange change) {
    for (AlertRule rule : rules) {
      switch (rule.kind()) {
        case PRODUCT_LISTED -> listed(room, rule, change);
        case PRODUCT_SOLD_OUT -> soldOut(room, rule, change);
        case PRODUCT_PRICE_CHANGED -> priceChanged(room, rule, change);
        case ROOM_STARTED,
            ROOM_ENDED,
            ONLINE_DROP,
            ONLINE_PEAK,
            FOLLOW_RATE_SPIKE,
            GIFT_SPIKE,
            COLLECTION_STALE,
            COVERAGE_DROP -> {}
      }
    }
  }

  private void listed(AlertRoom room, AlertRule rule, PromotionChange change) {
    boolean isNew = at(change) >= room.firstSeen + rule.millis(Parameter.AFTER);
    if (change.getKind() == LISTED && isNew && !room.isOver()) {
      Long price = change.getPriceFenAfter();
      raise(
          room,
          rule,
          change,
          new Reading(
              true,
              false,
              number(price),
              null,
              null,
              name(change)
                  + " is on the shelf"
                  + (price == null ? "" : " at " + Words.yuan(price))));
    }
  }

  private void soldOut(AlertRoom room, AlertRule rule, PromotionChange change) {
    Long stock = change.getStockAfter();
    switch (change.getKind()) {
      case SOLD_OUT -> {
        if (!room.isOver()) {
          raise(
              room,
              rule,
              change,
              new Reading(
                  true,
                  false,
                  number(stock),
                  0.0,
                  number(change.getStockBefore()),
                  name(change) + " is sold out"));
        }
      }
      case LISTED, DELISTED, STOCK_CHANGED, PRICE_CHANGED, SALES_CHANGED -> {
        boolean isHidden = stock == null && change.getKind() == STOCK_CHANGED; // can be bought
        boolean hasStock = isHidden || (stock != null && stock > 0);
        if (hasStock || change.getKind() == DELISTED) {
          resolve(room, rule, change);
        }
      }
      case EXPLAIN_STARTED, EXPLAIN_ENDED, UNKNOWN -> {}
    }
  }

  private void priceChanged(AlertRoom room, AlertRule rule, PromotionChange change) {
    Long before = change.getPriceFenBefore();
    Long after = change.getPriceFenAfter();
    boolean isPrice =
        change.getKind() == PRICE_CHANGED && before != null && after != null && before > 0;
    if (!isPrice || room.isOver()) {
      return;
    }
    double least = rule.number(Parameter.CHANGE);
    double share = (double) after / before - 1;
    if (Math.abs(share) >= least) {
      raise(
          room,
          rule,
          change,
          new Reading(
              true,
              false,
              number(after),
              before * (share < 0 ? 1 - least : 1 + least),
              number(before),
              "%s %s by %s: %s after %s"
                  .formatted(
                      name(change),
                      share < 0 ? "fell" : "rose",
                      Words.percent(Math.abs(share)),
                      Words.yuan(after),
                      Words.yuan(before))));
    }
  }

  private void raise(AlertRoom room, AlertRule rule, PromotionChange change, Reading reading) {
    life.raise(room, rule, change.getPromotionId(), at(change), at(change), reading);
  }

  private void resolve(AlertRoom room, AlertRule rule, PromotionChange change) {
    Mark.Key key = new Mark.Key(rule.name(), change.getPromotionId());
    Mark mark = room.marks.get(key);
    if (mark != null && at(change) >= mark.lastStart) {
      life.resolve(room, key, mark, at(change), rule.millis(Parameter.COOL_DOWN));
    }
  }

  private static long at(PromotionChange change) {
    return change.getChangedAt().toEpochMilli();
  }

  private static String name(PromotionChange change) {
    String title = change.getTitle();
    return title == null ? "product " + change.getPromotionId() : title;
  }

  private static @Nullable Double number(@Nullable Long value) {
    return value == null ? null : Double.valueOf(value);
  }
}
