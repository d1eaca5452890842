package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.GiftTally.Gift;
import io.liveroom.processor.figures.GiftTally.Giver;

/**
 * Gifts of a window or a session: those that nothing changes any more, and those of unsettled ticks
 * of combos. The sum is kept up to date, so that each draft need not walk all combos again. Only
 * the lasting part is written; who reads it tells it the unsettled ticks.
 */
public final class GiftSum {

  private final GiftTally lasting;
  private GiftTally sum;

  public GiftSum(int exactLimit) {
    this(new GiftTally(exactLimit));
  }

  private GiftSum(GiftTally lasting) {
    this.lasting = lasting;
    sum = lasting.copy();
  }

  /** Counts gifts for good. */
  public void add(Giver giver, Gift gift, long count) {
    lasting.add(giver, gift, count);
    sum.add(giver, gift, count);
  }

  /** Counts what an unsettled tick added. */
  public void addUnsettled(Giver giver, GiftTick tick, long count) {
    sum.add(giver, tick.gift(), count);
  }

  /** Makes what an unsettled tick added last. */
  public void settle(Giver giver, GiftTick tick, long count) {
    lasting.add(giver, tick.gift(), count);
  }

  /** Takes back all unsettled ticks: they will be told anew. */
  public void forgetUnsettled() {
    sum = lasting.copy();
  }

  /** All gifts, so far. */
  public GiftTally sum() {
    return sum;
  }

  public void write(StateWriter out) {
    lasting.write(out);
  }

  public static GiftSum read(StateReader in, int exactLimit) {
    return new GiftSum(GiftTally.read(in, exactLimit));
  }
}
