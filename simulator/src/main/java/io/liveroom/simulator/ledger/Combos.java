package io.liveroom.simulator.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From gift messages to gifts: combos counted once. */
final class Combos {
  private Combos() {}

  /** Every addition of one room's chat, of all its life. */
  static List<GiftAddition> additions(List<ChatFact> chat, FigureRules rules) {
    List<GiftAddition> additions = new ArrayList<>();
    Map<List<@Nullable String>, List<ChatFact>> combos = new LinkedHashMap<>();
    for (ChatFact fact : chat) {
      GiftFact gift = fact.gift();
      if (gift == null) {
        continue;
      }
      if (gift.isTick()) {
        List<@Nullable String> key = Arrays.asList(fact.userId(), gift.identity(), gift.groupId());
        combos.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      } else {
        additions.add(addition(fact, gift, gift.count() == null ? 1 : gift.count()));
      }
    }
    combos.values().forEach(ticks -> additions.addAll(ofOneKey(ticks, rules.comboGap())));
    return additions;
  }

  /** The ticks of one key in event-time order, the smaller first where two are at once. */
  private static List<GiftAddition> ofOneKey(List<ChatFact> ticks, Duration gap) {
    List<ChatFact> inOrder = new ArrayList<>(ticks);
    inOrder.sort(
        Comparator.comparing(ChatFact::eventTime).thenComparingLong(fact -> gift(fact).soFar()));
    List<GiftAddition> additions = new ArrayList<>();
    long last = 0;
    boolean closed = false;
    Instant before = Instant.MAX.minus(gap);
    for (ChatFact tick : inOrder) {
      GiftFact gift = gift(tick);
      boolean silent = before.plus(gap).isBefore(tick.eventTime());
      boolean anew = closed && gift.soFar() < last;
      if (silent || anew) {
        last = 0;
        closed = false;
      }
      if (gift.soFar() > last) {
        additions.add(addition(tick, gift, gift.soFar() - last));
        last = gift.soFar();
      }
      closed = closed || gift.isEnd();
      before = tick.eventTime();
    }
    return additions;
  }

  private static GiftFact gift(ChatFact fact) {
    GiftFact gift = fact.gift();
    if (gift == null) {
      throw new IllegalStateException("not a gift: " + fact);
    }
    return gift;
  }

  private static GiftAddition addition(ChatFact fact, GiftFact gift, long gifts) {
    return new GiftAddition(
        fact.eventTime(),
        fact.userId(),
        fact.isAnonymous(),
        gifts,
        gift.unitDiamonds(),
        gift.name());
  }
}
