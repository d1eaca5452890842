package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.GiftTally.Gift;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** Writes it behind a tick of the same combo, whose gift is seldom another. */
  void write(StateWriter out, @Nullable Gift before) {
    out.number(time).number(reached).flag(isEnd).flag(gift.equals(before));
    if (!gift.equals(before)) {
      out.optionalText(gift.id()).optionalText(gift.name()).optionalNumber(gift.unitDiamonds());
    }
  }

  static GiftTick read(StateReader in, @Nullable Gift before) {
    long time = in.number();
    long reached = in.number();
    boolean isEnd = in.flag();
    Gift gift =
        in.flag()
            ? Objects.requireNonNull(before, "the first tick has no gift")
            : new Gift(in.optionalText(), in.optionalText(), in.optionalNumber());
    return new GiftTick(time, reached, isEnd, gift);
  }
}
