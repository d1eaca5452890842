package io.liveroom.simulator.world;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which traps are set, and how many messages carry no time of their own.
 *
 * @param set the traps that are on
 * @param untimedFirst share of first-edition messages without {@code create_time}, 0 to 1
 * @param untimedLater share of later-edition messages without {@code create_time}, 0 to 1
 */
public record Traps(Set<Trap> set, double untimedFirst, double untimedLater) {
  public Traps {
    set = Set.copyOf(set);
    if (!(untimedFirst >= 0 && untimedFirst <= 1 && untimedLater >= 0 && untimedLater <= 1)) {
      throw new IllegalArgumentException(
          "untimed shares must be within 0..1: " + untimedFirst + ", " + untimedLater);
    }
  }

  /** Everything but the brutal ones. */
  public static Traps standard() {
    return new Traps(EnumSet.complementOf(EnumSet.of(Trap.UNREADABLE_ANSWERS)), 0.05, 0.3);
  }

  /** A tidy platform: every message has its id and its time. */
  public static Traps none() {
    return new Traps(EnumSet.noneOf(Trap.class), 0, 0);
  }

  public boolean has(Trap trap) {
    return set.contains(trap);
  }

  public Traps with(Trap trap) {
    EnumSet<Trap> more = EnumSet.of(trap);
    more.addAll(set);
    return new Traps(more, untimedFirst, untimedLater);
  }

  public Traps without(Trap trap) {
    EnumSet<Trap> fewer = EnumSet.noneOf(Trap.class);
    set.stream().filter(each -> each != trap).forEach(fewer::add);
    return new Traps(fewer, untimedFirst, untimedLater);
  }

  public Traps withUntimed(double first, double later) {
    return new Traps(set, first, later);
  }
}
