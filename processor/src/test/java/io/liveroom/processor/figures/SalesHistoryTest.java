package io.liveroom.processor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.observed.Promotion;
import io.liveroom.processor.Facts;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.SalesHistory.Sold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SalesHistoryTest {

  private static final String ID = "3400000000000000001";
  private static final long SECOND = 1_000;
  private static final long POLL = 30 * SECOND;

  /** A product's sales at a time, and whether its price was told (the time itself then). */
  private record Shown(long time, long sales, boolean isPriced) {
    @Nullable Long priceFen() {
      return isPriced ? Long.valueOf(1 + time % 7) : null;
    }

    Promotion promotion() {
      return Promotion.newBuilder(Facts.promotion(ID, sales, 0)).setPriceFen(priceFen()).build();
    }
  }

  @Property(tries = 300)
  void soldBy_anyOrderAndRestarts_equalsTheSumOverAllReadingsInOrder(
      @ForAll @Size(min = 1, max = 29) List<@IntRange(max = 5) Integer> sales, @ForAll long seed) {
    Random random = new Random(seed);
    List<Shown> lists =
        IntStream.range(0, sales.size())
            .mapToObj(i -> new Shown(i * POLL, sales.get(i), random.nextBoolean()))
            .toList();
    List<Shown> arrivals = new ArrayList<>(lists);
    Collections.shuffle(arrivals, random);
    SalesHistory history = new SalesHistory();
    for (Shown shown : arrivals) {
      history.add(shown.time, List.of(shown.promotion()));
      history =
          random.nextInt(5) == 0 ? SalesHistory.read(new StateReader(written(history))) : history;
    }
    for (Shown until : lists) {
      assertThat(history.soldBy(ID, until.time)).isEqualTo(sum(lists, until.time));
    }
  }

  @Test
  void add_shelfThatSellsNothing_takesNoMoreSpace() {
    SalesHistory history = new SalesHistory();
    history.add(0, List.of(new Shown(0, 7, true).promotion()));
    int once = written(history).length;
    for (long time = POLL; time < 20 * POLL; time += POLL) {
      history.add(time, List.of(new Shown(time, 7, true).promotion()));
    }
    assertThat(written(history)).hasSizeLessThan(once + Long.BYTES);
  }

  /** The definition, reading by reading. */
  private static Sold sum(List<Shown> lists, long until) {
    long most = -1;
    long units = 0;
    long fen = 0;
    boolean isPriced = false;
    for (Shown shown : lists.stream().sorted(Comparator.comparingLong(Shown::time)).toList()) {
      if (shown.time <= until) {
        long growth = most < 0 ? 0 : Math.max(0, shown.sales - most);
        Long price = shown.priceFen();
        most = Math.max(most, shown.sales);
        units += growth;
        fen += price == null ? 0 : growth * price;
        isPriced |= price != null;
      }
    }
    return new Sold(most, units, fen, isPriced);
  }

  private static byte[] written(SalesHistory history) {
    StateWriter out = new StateWriter();
    history.write(out);
    return out.toBytes();
  }
}
