package io.liveroom.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be given.
 *
 * @param id the platform's gift id
 * @param name its name
 * @param diamonds price of one; 0 is free, null is a price the platform does not tell
 */
public record Gift(String id, String name, @Nullable Long diamonds) {
  /** The shop. */
  static final List<Gift> SHOP =
      List.of(
          new Gift("463", "小心心", 1L),
          new Gift("2002", "玫瑰", 1L),
          new Gift("1801", "荧光棒", 0L),
          new Gift("2114", "棒棒糖", 9L),
          new Gift("1623", "大啤酒", 2L),
          new Gift("980", "纸飞机", 99L),
          new Gift("7117", "神秘盒子", null),
          new Gift("3389", "热气球", 520L));
}
