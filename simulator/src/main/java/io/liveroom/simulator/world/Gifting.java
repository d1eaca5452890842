package io.liveroom.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How people give: single gifts, and combos planned tick by tick. */
final class Gifting {
  /** A combo without group id comes at most this often from one viewer: else two are one. */
  private static final Duration APART = Duration.ofSeconds(90);

  /**
   * One message to come.
   *
   * @param at when
   * @param viewer the giver's number
   * @param given what it says
   * @param gifts how many gifts more this makes
   */
  record Step(Instant at, int viewer, Content.Given given, long gifts) {}

  /** No combo takes longer from its first tick to its end. */
  static final Duration LONGEST = Duration.ofSeconds(18);

  private final SplittableRandom random;
  private final Quirks quirks;

  /** When a viewer's last combo without group id is over. */
  private final Map<Integer, Instant> ungrouped = new HashMap<>();

  private long groups;

  Gifting(SplittableRandom random, Quirks quirks) {
    this.random = random;
    this.quirks = quirks;
  }

  /** A new act of giving: one step, or the whole combo. */
  List<Step> give(Instant at, int viewer) {
    double kind = random.nextDouble();
    Gift gift = Gift.SHOP.get(random.nextInt(Gift.SHOP.size()));
    if (kind < 0.2) {
      long count = 1 + random.nextLong(3);
      return List.of(new Step(at, viewer, single(GiftShape.SENTENCE, gift, count), count));
    }
    if (kind < 0.45) {
      long count = random.nextInt(4) == 0 ? 10 : 1;
      return List.of(new Step(at, viewer, single(quirks.giftShape(), gift, count), count));
    }
    if (kind < 0.55) {
      Combo closed = new Combo(nextGroup(), 1L, null, null, true);
      return List.of(new Step(at, viewer, tick(gift, closed), 1));
    }
    return combo(at, viewer, gift);
  }

  private static Content.Given single(GiftShape shape, Gift gift, long count) {
    return new Content.Given(shape, gift, count, null);
  }

  private Content.Given tick(Gift gift, Combo combo) {
    return new Content.Given(quirks.giftShape(), gift, 1, combo);
  }

  private List<Step> combo(Instant start, int viewer, Gift gift) {
    long step = random.nextInt(4) == 0 ? 10 : 1;
    int form = random.nextInt(3);
    String group = isUngrouped(viewer, start) ? null : nextGroup();
    List<Step> steps = new ArrayList<>();
    long last = 0;
    Instant at = start;
    for (long steps0 : counts()) {
      long count = steps0 * step;
      steps.add(
          new Step(
              at,
              viewer,
              tick(gift, written(form, group, count, step, false)),
              Math.max(0, count - last)));
      last = Math.max(last, count);
      at = at.plusMillis(200 + random.nextInt(1_300));
    }
    if (random.nextInt(10) < 6) {
      steps.add(new Step(at, viewer, tick(gift, written(form, group, last, step, true)), 0));
    }
    if (group == null) {
      ungrouped.put(viewer, at);
    }
    return steps;
  }

  /** Cumulative steps: some skipped, some repeated, now and then one that comes out of order. */
  private List<Long> counts() {
    List<Long> counts = new ArrayList<>();
    int ticks = 2 + random.nextInt(9);
    long count = 1;
    for (int tick = 0; tick < ticks; tick++) {
      counts.add(count);
      int way = random.nextInt(10);
      if (way == 0 && counts.size() > 1) {
        counts.add(counts.get(counts.size() - 2)); // an older tick again
      } else if (way == 1) {
        counts.add(count);
      }
      count += 1 + random.nextInt(5);
    }
    return counts;
  }

  private static Combo written(
      int form, @Nullable String group, long count, long step, boolean end) {
    return switch (form) {
      case 0 -> new Combo(group, count, null, null, end);
      case 1 -> new Combo(group, null, count / step, step, end);
      default -> new Combo(group, count, count / step, step == 1 ? null : step, end);
    };
  }

  private boolean isUngrouped(int viewer, Instant at) {
    if (quirks.anonymous() || random.nextInt(5) > 0) {
      return false;
    }
    ungrouped.values().removeIf(over -> over.plus(APART).isBefore(at));
    return !ungrouped.containsKey(viewer);
  }

  private String nextGroup() {
    return Long.toString(1_600_000_000_000L + ++groups * 1_009);
  }
}
