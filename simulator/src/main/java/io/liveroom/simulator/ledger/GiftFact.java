package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Combo;
import io.liveroom.simulator.world.Content;
import io.liveroom.simulator.world.Gift;
import io.liveroom.simulator.world.GiftShape;
import org.jspecify.annotations.Nullable;

/**
 * What a gift message said.
 *
 * @param giftId null in a sentence
 * @param name the gift's name
 * @param unitDiamonds price of one; null where not told
 * @param count gifts in it, if it is no tick
 * @param isTick one of the combo fields was sent
 * @param groupId which combo
 * @param repeatCount gifts so far
 * @param comboCount steps so far
 * @param groupCount gifts in a step
 * @param isEnd closes the combo
 */
public record GiftFact(
    @Nullable String giftId,
    String name,
    @Nullable Long unitDiamonds,
    @Nullable Long count,
    boolean isTick,
    @Nullable String groupId,
    @Nullable Long repeatCount,
    @Nullable Long comboCount,
    @Nullable Long groupCount,
    boolean isEnd) {

  /** What of a gift the wire shows. */
  static GiftFact of(Content.Given given) {
    Gift gift = given.gift();
    Combo combo = given.combo();
    if (given.shape() == GiftShape.SENTENCE) {
      return single(null, gift.name(), null, given.count());
    }
    return combo == null
        ? single(gift.id(), gift.name(), gift.diamonds(), given.count())
        : new GiftFact(
            gift.id(),
            gift.name(),
            gift.diamonds(),
            null,
            true,
            combo.groupId(),
            combo.repeatCount(),
            combo.comboCount(),
            combo.groupCount(),
            combo.isEnd());
  }

  private static GiftFact single(
      @Nullable String id, String name, @Nullable Long diamonds, long count) {
    return new GiftFact(id, name, diamonds, count, false, null, null, null, null, false);
  }

  /** The id, else the name: what tells gifts apart. */
  String identity() {
    return giftId == null ? name : giftId;
  }

  /** Gifts so far in the combo: the larger of the two ways to say it. */
  long soFar() {
    long repeated = repeatCount == null ? 0 : repeatCount;
    long grouped = comboCount == null ? 0 : comboCount * (groupCount == null ? 1 : groupCount);
    return Math.max(repeated, grouped);
  }
}
