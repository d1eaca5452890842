package io.liveroom.simulator.world;

import java.util.SplittableRandom;

/**
 * Who broadcasts, again and again, each time in a new room.
 *
 * @param userId exact decimal text
 * @param name an invented name
 * @param secretId the platform's second id
 * @param followers followers altogether before the world's epoch
 */
public record Anchor(String userId, String name, String secretId, long followers) {
  private static final String[] WHO = {
    "橙子", "云杉", "灯塔", "海盐", "青石", "松果", "蓝莓", "薄荷", "银杏", "芒果", "白鹭", "山茶"
  };
  private static final String[] WHAT = {
    "厨房", "书屋", "乐器行", "茶铺", "花店", "数码", "健身房", "文具", "旅行", "陶艺", "童装", "果园"
  };

  static Anchor draw(int index, SplittableRandom random) {
    String name =
        WHO[random.nextInt(WHO.length)] + WHAT[random.nextInt(WHAT.length)] + (index + 1) + "号";
    return new Anchor(
        Long.toString(70_000_000_000L + index * 7_919L + random.nextInt(7_919)),
        name,
        Viewer.secretId(random.nextLong()),
        1_000 + random.nextLong(500_000));
  }
}
