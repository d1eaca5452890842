package io.liveroom.simulator.world;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The ways of one room, fixed for its life.
 *
 * @param edition which chat edition it speaks
 * @param frames what its socket's frames hold
 * @param acceptsUpgrade whether it lets a WebSocket in; else a client must repeat the GET
 * @param anonymous one uid for everybody
 * @param idsAsText ids as strings
 * @param numbersAsText counters as strings
 * @param twins exact {@code *_str} beside numeric ids
 * @param startTimeMissing {@code start_time} is 0
 * @param salesHidden {@code sale_num} is always 0
 * @param shelfCutShort the shelf says more than it shows
 * @param giftShape how structured gifts are written
 */
public record Quirks(
    ChatEdition edition,
    FrameShape frames,
    boolean acceptsUpgrade,
    boolean anonymous,
    boolean idsAsText,
    boolean numbersAsText,
    boolean twins,
    boolean startTimeMissing,
    boolean salesHidden,
    boolean shelfCutShort,
    GiftShape giftShape) {

  private static final List<GiftShape> STRUCTURED =
      List.of(
          GiftShape.NESTED_SNAKE,
          GiftShape.FLAT_SNAKE,
          GiftShape.NESTED_CAMEL,
          GiftShape.FLAT_CAMEL);

  /** Draws the ways of a room; a trap that is off costs a draw too, so that others stay put. */
  static Quirks draw(SplittableRandom random, Traps traps) {
    ChatEdition edition = random.nextDouble() < 0.5 ? ChatEdition.FIRST : ChatEdition.LATER;
    return new Quirks(
        edition,
        frames(random.nextDouble(), traps),
        !chance(random, 0.3, Trap.REFUSED_UPGRADES, traps),
        chance(random, 0.08, Trap.ANONYMOUS_ROOMS, traps),
        chance(random, 0.5, Trap.MIXED_ID_TYPES, traps),
        chance(random, 0.25, Trap.NUMBERS_AS_TEXT, traps),
        chance(random, 0.4, Trap.STRING_TWINS, traps),
        chance(random, 0.3, Trap.HEARTBEAT_FINISH_TIME, traps),
        chance(random, 0.3, Trap.HIDDEN_SALES, traps),
        chance(random, 0.1, Trap.SHELF_CUT_SHORT, traps),
        STRUCTURED.get(random.nextInt(STRUCTURED.size())));
  }

  private static FrameShape frames(double point, Traps traps) {
    if (!traps.has(Trap.BARE_FRAMES) || point < 0.6) {
      return FrameShape.ENVELOPE;
    }
    return point < 0.8 ? FrameShape.ARRAY : FrameShape.MESSAGE;
  }

  private static boolean chance(SplittableRandom random, double share, Trap trap, Traps traps) {
    return random.nextDouble() < share && traps.has(trap);
  }
}
