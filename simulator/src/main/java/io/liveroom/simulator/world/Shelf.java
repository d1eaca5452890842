package io.liveroom.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The goods of one room: what is on the shelf follows from the time alone. */
public final class Shelf {
  private static final String[] GOODS = {
    "亚麻衬衫", "陶瓷杯", "桂花茶", "帆布包", "木质拼图", "蜂蜜柚子", "羊毛袜", "护手霜", "台灯", "雨伞"
  };

  /** How long one thing is explained; less in a short broadcast, so that there are some turns. */
  private static final Duration TURN = Duration.ofSeconds(150);

  private static final int FEWEST_TURNS = 8;

  private final Broadcast broadcast;
  private final Seed seed;
  private final int size;

  public Shelf(Broadcast broadcast) {
    this.broadcast = broadcast;
    this.seed = broadcast.seed().child(4);
    double wealth = seed.fraction(0);
    this.size = wealth < 0.25 ? 0 : 1 + (int) (wealth * 35);
  }

  /** Whether this room sells anything at all. */
  public boolean sells() {
    return size > 0;
  }

  /** What is listed at a moment, in shelf order. */
  public List<Product> at(Instant now) {
    List<Product> listed = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      if (isListed(number, now)) {
        listed.add(product(number, listed.size() + 1, now));
      }
    }
    return listed;
  }

  /** What is being explained; null while nothing is. Half of the turns have a short break. */
  public @Nullable String explaining(Instant now) {
    if (size == 0 || broadcast.statusAt(now) != RoomStatus.LIVE) {
      return null;
    }
    Duration lived = Duration.between(broadcast.startsAt(), now);
    long turn = lived.dividedBy(turn());
    double place = (double) lived.toMillis() / turn().toMillis() - turn;
    Seed own = seed.child(turn);
    if (own.fraction(2) < 0.5 && place > 0.4 && place < 0.55) {
      return null;
    }
    int number = (int) (own.fraction(1) * size * 1.2);
    return number < size && isListed(number, now) ? promotionId(number) : null;
  }

  private Duration turn() {
    Duration share =
        Duration.between(broadcast.startsAt(), broadcast.endsAt()).dividedBy(FEWEST_TURNS);
    return share.compareTo(TURN) < 0 ? share : TURN;
  }

  /** One in five comes only later on; one in four is taken down, half of these for a while. */
  private boolean isListed(int number, Instant now) {
    Seed own = seed.child(number);
    boolean hasCome = own.fraction(1) < 0.8 || progress(now) > own.fraction(2) * 0.8;
    double down = own.fraction(7) < 0.25 ? 0.3 + 0.4 * own.fraction(8) : 1;
    double up = own.fraction(9) < 0.5 ? down + 0.12 : 1;
    return hasCome && (progress(now) <= down || progress(now) > up);
  }

  private Product product(int number, int position, Instant now) {
    Seed own = seed.child(number);
    long price = price(own, now);
    long store = store(own, now);
    long sold = Math.min(store, (long) (progress(now) * own.fraction(6) * broadcast.peak()));
    return new Product(
        promotionId(number),
        promotionId(number),
        GOODS[number % GOODS.length] + (number + 1) + "号",
        price,
        price - 400,
        store - sold,
        broadcast.quirks().salesHidden() ? 0 : sold,
        position,
        Long.toString(3_000_000 + (long) (seed.fraction(2) * 1_000_000)));
  }

  /** Some get cheaper in the middle, some for a moment. */
  private long price(Seed own, Instant now) {
    long price = 990 + 100 * (long) (own.fraction(3) * 300);
    double kind = own.fraction(4);
    if (kind < 0.3) {
      return progress(now) > 0.5 ? price - 300 : price;
    }
    boolean isFlash = kind < 0.5 && progress(now) > 0.35 && progress(now) < 0.45;
    return isFlash ? price - 500 : price;
  }

  /** What was ever brought: of some little, which is sold out soon, and for half of them more. */
  private long store(Seed own, Instant now) {
    if (own.fraction(10) < 0.25) {
      long little = 3 + (long) (own.fraction(5) * 8);
      return own.fraction(11) < 0.5 && progress(now) > 0.8 ? little + 20 : little;
    }
    return 50 + (long) (own.fraction(5) * 400);
  }

  private String promotionId(int number) {
    return Long.toString(
        (3_400_000_000L + (long) (seed.fraction(3) * 40_000_000)) * 1_000_000_000L
            + number * 7_351L);
  }

  private double progress(Instant now) {
    double lived = Duration.between(broadcast.startsAt(), now).toMillis();
    double length = Duration.between(broadcast.startsAt(), broadcast.endsAt()).toMillis();
    return Math.min(1, Math.max(0, lived / length));
  }
}
