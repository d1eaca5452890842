package io.liveroom.processor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.GiftTally.Gift;
import io.liveroom.processor.figures.GiftTally.Giver;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GiftCombosTest {

  private static final GiftCombos.Key KEY = new GiftCombos.Key(new Giver("ann", false), "463", "g");
  private static final Gift GIFT = new Gift("463", "little heart", 1L);

  private static final GiftCombos.Contributions NOBODY = (giver, tick, gifts) -> {};

  private final GiftCombos combos = new GiftCombos();

  @Test
  void forEach_skippedAndRepeatedTicks_lastCountOnce() {
    ticks(0, 1, 1000, 4, 2000, 9, 3000, 9);
    assertThat(total()).isEqualTo(9);
  }

  @Test
  void forEach_regression_addsNothing() {
    ticks(0, 1, 1000, 9, 2000, 4, 3000, 9);
    assertThat(total()).isEqualTo(9);
  }

  @Test
  void forEach_moreThanThirtySecondsOfSilence_newCombo() {
    ticks(0, 5, 30_000, 5, 60_001, 5);
    assertThat(total()).isEqualTo(10);
  }

  @Test
  void forEach_afterTheEnd_smallerIsNewEqualIsStragglerLargerAddsTheRest() {
    combos.add(KEY, new GiftTick(0, 5, true, GIFT), NOBODY);
    ticks(1000, 5);
    assertThat(total()).isEqualTo(5);
    ticks(2000, 7);
    assertThat(total()).isEqualTo(7);
    ticks(3000, 2);
    assertThat(total()).isEqualTo(9);
    ticks(4000, 3);
    assertThat(total()).isEqualTo(10);
  }

  @Test
  void settle_inTheMidst_goesOnWhereItWas() {
    ticks(0, 1, 1000, 4);
    long[] settled = new long[1];
    combos.settle(1001, (giver, tick, gifts) -> settled[0] += gifts);
    ticks(2000, 9);

    assertThat(settled[0]).isEqualTo(4);
    assertThat(total()).isEqualTo(5);
  }

  /** What is told tick by tick is what a walk over all of them tells, in any order. */
  @Property
  void add_anyOrder_tellsWhatAWalkWould(
      @ForAll @Size(max = 40) List<@IntRange(max = 400) Integer> ticks) {
    GiftCombos combos = new GiftCombos();
    GiftSum sum = new GiftSum(1000);
    for (int each : ticks) {
      GiftTick tick = new GiftTick(each / 10 * 4000L, each % 10, each % 7 == 0, GIFT);
      if (!combos.add(KEY, tick, sum::addUnsettled)) {
        sum.forgetUnsettled();
        combos.forEach(sum::addUnsettled);
      }
      assertThat(sum.sum().gifts()).isEqualTo(total(combos));
    }
    combos.settle(60_000, sum::settle);
    GiftSum read = GiftSum.read(new StateReader(bytes(sum::write)), 1000);
    GiftCombos readCombos = GiftCombos.read(new StateReader(bytes(combos::write)));
    readCombos.forEach(read::addUnsettled);

    assertThat(read.sum().gifts()).isEqualTo(sum.sum().gifts());
    assertThat(bytes(readCombos::write)).isEqualTo(bytes(combos::write));
  }

  private static byte[] bytes(Consumer<StateWriter> written) {
    StateWriter out = new StateWriter();
    written.accept(out);
    return out.toBytes();
  }

  private void ticks(long... timesAndCounts) {
    for (int i = 0; i < timesAndCounts.length; i += 2) {
      combos.add(KEY, new GiftTick(timesAndCounts[i], timesAndCounts[i + 1], false, GIFT), NOBODY);
    }
  }

  private long total() {
    return total(combos);
  }

  private static long total(GiftCombos combos) {
    long[] total = new long[1];
    combos.forEach((giver, tick, gifts) -> total[0] += gifts);
    return total[0];
  }
}
