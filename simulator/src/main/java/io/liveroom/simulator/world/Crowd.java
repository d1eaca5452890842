package io.liveroom.simulator.world;

/** The viewers of one room, each made on demand from its number. */
final class Crowd {
  private static final String[] FIRST = {
    "爱笑的", "早起的", "慢吞吞的", "路过的", "圆圆的", "安静的", "半夜的", "认真的", "迷路的", "好奇的"
  };
  private static final String[] SECOND = {
    "小刺猬", "豆沙包", "风铃", "蜗牛", "水獭", "芝麻糖", "旅人🌿", "鲸鱼🐳", "南瓜", "企鹅"
  };

  private final Seed seed;
  private final boolean anonymous;
  private final long base;

  Crowd(Seed seed, boolean anonymous) {
    this.seed = seed;
    this.anonymous = anonymous;
    this.base = 1_000_000_000L * (long) (seed.fraction(-1) * 900_000);
  }

  Viewer viewer(int number) {
    if (anonymous) {
      return new Viewer(Viewer.NOBODY, "***", 0, "0", true);
    }
    Seed own = seed.child(number);
    return new Viewer(
        Long.toString(id(number)),
        name(own, number),
        own.value(),
        Long.toString(500_000_000L + number * 31L),
        false);
  }

  /** Some ids are old and short, most are new and long; no two numbers share one. */
  private long id(int number) {
    return number % 5 == 0
        ? 50_000_000_000L + number
        : 1_000_000_000_000_000L + base + number * 97L;
  }

  private static String name(Seed own, int number) {
    if (own.fraction(0) < 0.2) {
      return "用户" + (1_000_000_000L + number * 7L);
    }
    return FIRST[(int) (own.fraction(1) * FIRST.length)]
        + SECOND[(int) (own.fraction(2) * SECOND.length)]
        + number % 100;
  }
}
