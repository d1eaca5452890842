package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.GiftTally.Gift;
import java.util.Comparator;

/**
 * One message of a gift combo.
 *
 * @param time event time, milliseconds
 * @param reached gifts in the combo so far, as this message says
 * @param isEnd the combo's closing message
 */
public record GiftTick(long time, long reached, boolean isEnd, Gift gift) {

  /** Event time, then the smaller count, then the closing message last. */
  static final Comparator<GiftTick> ORDER =
      Comparator.comparingLong(GiftTick::time)
          .thenComparingLong(GiftTick::reached)
          .thenComparing(GiftTick::isEnd)
          .thenComparing(tick -> tick.gift().unitDiamonds(), GiftTick::knownFirst)
          .thenComparing(tick -> tick.gift().label());

  private static int knownFirst(Long one, Long other) {
    return Comparator.nullsLast(Comparator.<Long>naturalOrder()).compare(one, other);
  }

  void write(StateWriter out) {
    out.number(time).number(reached).flag(isEnd);
    out.optionalRepeatedText(gift.id())
        .optionalRepeatedText(gift.name())
        .optionalNumber(gift.unitDiamonds());
  }

  static GiftTick read(StateReader in) {
    return new GiftTick(
        in.number(),
        in.number(),
        in.flag(),
        new Gift(in.optionalRepeatedText(), in.optionalRepeatedText(), in.optionalNumber()));
  }
}
