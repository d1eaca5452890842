package io.liveroom.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What people do in a room when it is their turn. */
final class Conversation {
  private static final List<String> SAYINGS =
      List.of(
          "主播好",
          "这个多少钱",
          "有蓝色的吗",
          "刚下单了",
          "哈哈哈哈",
          "讲讲尺码",
          "声音好听",
          "666",
          "什么时候发货",
          "第一次来",
          "支持支持",
          "好看😍",
          "\"包邮\"吗",
          "what a day");
  private static final List<String> UNUSUAL =
      List.of("WebcastFansclubMessage", "WebcastLinkMicMethod", "WebcastRoomRankMessage");

  private final SplittableRandom random;
  private final Broadcast broadcast;
  private final Counters counters;

  Conversation(SplittableRandom random, Broadcast broadcast, Counters counters) {
    this.random = random;
    this.broadcast = broadcast;
    this.counters = counters;
  }

  /** The next thing somebody does; null is a gift, which {@link Gifting} plans. */
  @Nullable Content next() {
    double kind = random.nextDouble();
    double entering = broadcast.size() == RoomSize.LARGE ? 0.15 : 0.32; // thinned out when large
    if (kind < entering) {
      return new Content.Enter();
    }
    double rest = (kind - entering) / (1 - entering);
    if (rest < 0.55) {
      return new Content.Chat(SAYINGS.get(random.nextInt(SAYINGS.size())));
    }
    if (rest < 0.63) {
      counters.follows++;
      return new Content.Follow();
    }
    if (rest < 0.66) {
      return new Content.Share();
    }
    if (rest < 0.84) {
      return like();
    }
    return rest < 0.86 ? unusual() : null;
  }

  private Content unusual() {
    return new Content.Unusual(UNUSUAL.get(random.nextInt(UNUSUAL.size())));
  }

  /** Likes are throttled: some never show as messages, the total counts them all. */
  private Content like() {
    long count = 1 + random.nextLong(15);
    counters.likes += count + random.nextLong(8);
    return new Content.Like(count, counters.likes);
  }

  /** Who does it: those who came early do more. */
  int someone() {
    double point = random.nextDouble();
    return (int) (counters.viewers() * point * point);
  }

  /** The census message of a moment. */
  Content.Online census(Instant at) {
    long online = Math.round(counters.online);
    long total = (long) counters.totalViewers;
    double wording = broadcast.seed().fraction(at.toEpochMilli());
    if (!broadcast.traps().has(Trap.ONLINE_AS_WORDS) || online < 10_000 || wording < 0.4) {
      return new Content.Online(online, total, null, false);
    }
    long tenths = online / 1_000;
    return wording < 0.8
        ? new Content.Online(tenths * 1_000, total, tenths / 10 + "." + tenths % 10 + "万", false)
        : new Content.Online(online / 10_000 * 10_000, total, online / 10_000 + "万+", true);
  }
}
