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

  /** How long one thing is explained. */
  private static final Duration TURN = Duration.ofSeconds(150);

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

  /** What is being explained; null while nothing is. */
  public @Nullable String explaining(Instant now) {
    if (size == 0 || broadcast.statusAt(now) != RoomStatus.LIVE) {
      return null;
    }
    long turn = Duration.between(broadcast.startsAt(), now).dividedBy(TURN);
    int number = (int) (seed.child(turn).fraction(1) * size * 1.2);
    return number < size && isListed(number, now) ? promotionId(number) : null;
  }

  /** One in five comes only later on. */
  private boolean isListed(int number, Instant now) {
    Seed own = seed.child(number);
    return own.fraction(1) < 0.8 || progress(now) > own.fraction(2) * 0.8;
  }

  private Product product(int number, int position, Instant now) {
    Seed own = seed.child(number);
    long price = 990 + 100 * (long) (own.fraction(3) * 300);
    boolean reduced = own.fraction(4) < 0.3 && progress(now) > 0.5;
    long store = 50 + (long) (own.fraction(5) * 400);
    long sold = Math.min(store, (long) (progress(now) * own.fraction(6) * broadcast.peak()));
    return new Product(
        promotionId(number),
        promotionId(number),
        GOODS[number % GOODS.length] + (number + 1) + "号",
        reduced ? price - 300 : price,
        price - 400,
        store - sold,
        broadcast.quirks().salesHidden() ? 0 : sold,
        position,
        Long.toString(3_000_000 + (long) (seed.fraction(2) * 1_000_000)));
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
