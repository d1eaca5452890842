package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.Promotion;
import io.liveroom.observed.PromotionList;
import io.liveroom.processor.promotion.PromotionFolds;
import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.schemas.RecordSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;

/** What holds of the changes of the shelf whatever lists come. */
class PromotionPropertiesTest {

  static {
    new RecordSerdes("mock://folds").serializer().close(); // tells Avro to trust our records
  }

  private static final int SPAN = 600; // seconds

  @Property(tries = 200)
  void changes_anyOrderBeforeTheListsSettle_same(
      @ForAll("lists") List<SpecificRecord> lists, @ForAll long seed) {
    PromotionSettings patient =
        new PromotionSettings(Duration.ofSeconds(SPAN + 1), Duration.ofSeconds(120));
    List<PromotionChange> expected = fold(patient, lists, false);

    assertThat(fold(patient, shuffled(lists, seed), true)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void changes_anyOrderHoweverLate_agreeWithTheSession(
      @ForAll("lists") List<SpecificRecord> lists, @ForAll long seed) {
    List<SpecificRecord> arriving = shuffled(lists, seed);
    List<PromotionChange> changes = fold(PromotionSettings.DEFAULTS, arriving, true);
    RoomSession session = Folded.session(arriving, false).stream().findFirst().orElse(null);

    assertThat(changes).extracting(PromotionChange::getChangeId).doesNotHaveDuplicates();
    if (session != null) {
      Integer seen = session.getPromotionsSeen(); // null where every list was empty
      assertThat(sum(changes, PromotionChange::getSalesGained))
          .isEqualTo(orZero(session.getSalesEstimate()));
      assertThat(sum(changes, PromotionChange::getGmvEstimateFen))
          .isEqualTo(orZero(session.getGmvEstimateFen()));
      assertThat(changes.stream().filter(c -> c.getKind() == ChangeKind.LISTED))
          .extracting(PromotionChange::getPromotionId)
          .satisfies(
              ids ->
                  assertThat(ids.stream().distinct().count()).isEqualTo(seen == null ? 0 : seen));
    }
  }

  @Property(tries = 200)
  void changes_ofAProduct_followEachOther(
      @ForAll("lists") List<SpecificRecord> lists, @ForAll long seed) {
    Map<String, Boolean> listed = new HashMap<>();
    Map<String, Boolean> explained = new HashMap<>();
    for (PromotionChange change : fold(PromotionSettings.DEFAULTS, shuffled(lists, seed), false)) {
      String id = change.getPromotionId();
      switch (change.getKind()) {
        case LISTED -> assertThat(listed.put(id, true)).isNotEqualTo(true);
        case DELISTED -> assertThat(listed.put(id, false)).isEqualTo(true);
        case PRICE_CHANGED ->
            assertThat(change.getPriceFenBefore()).isNotEqualTo(change.getPriceFenAfter());
        case STOCK_CHANGED ->
            assertThat(change.getStockBefore()).isNotEqualTo(change.getStockAfter());
        case EXPLAIN_STARTED -> assertThat(explained.put(id, true)).isNotEqualTo(true);
        case EXPLAIN_ENDED -> assertThat(explained.put(id, false)).isEqualTo(true);
        case SOLD_OUT, SALES_CHANGED, UNKNOWN -> {}
      }
    }
  }

  /** Lists as they arrive, each in its turn; then time enough for all of them. */
  private static List<PromotionChange> fold(
      PromotionSettings settings, List<SpecificRecord> lists, boolean rewritten) {
    return Folded.closed(
        PromotionFolds.of(settings), lists, rewritten, Facts.at(10 * SPAN).toEpochMilli());
  }

  @Provide
  Arbitrary<List<SpecificRecord>> lists() {
    return list().list().ofMaxSize(25).map(PromotionPropertiesTest::withOwnIds);
  }

  private static Arbitrary<SpecificRecord> list() {
    Arbitrary<Double> seconds = Arbitraries.integers().between(0, SPAN / 10).map(i -> i * 10.0);
    Arbitrary<String> explaining = ids().injectNull(0.4);
    return Combinators.combine(
            seconds, explaining, goods().list().ofMaxSize(3), Arbitraries.of(true, true, false))
        .as(
            (second, id, goods, isComplete) -> {
              PromotionList list = Facts.shelf(second, id, distinct(goods));
              list.setIsComplete(isComplete);
              return list;
            });
  }

  private static Arbitrary<Promotion> goods() {
    Arbitrary<Long> small = Arbitraries.longs().between(0, 9);
    return Combinators.combine(ids(), small, small.injectNull(0.1), small.injectNull(0.1))
        .as(
            (id, sales, price, stock) ->
                Promotion.newBuilder()
                    .setPromotionId(id)
                    .setSales(sales)
                    .setPriceFen(price)
                    .setStock(stock)
                    .build());
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("p", "q", "r");
  }

  private static Promotion[] distinct(List<Promotion> goods) {
    Map<String, Promotion> byId = new HashMap<>();
    goods.forEach(one -> byId.put(one.getPromotionId(), one));
    return byId.values().toArray(Promotion[]::new);
  }

  private static List<SpecificRecord> withOwnIds(List<SpecificRecord> lists) {
    List<SpecificRecord> named = new ArrayList<>();
    for (SpecificRecord list : lists) {
      PromotionList copy = PromotionList.newBuilder((PromotionList) list).build();
      copy.setEventId(copy.getEventId() + ':' + named.size());
      copy.setReceivedAt(copy.getReceivedAt().plusMillis(named.size()));
      named.add(copy);
    }
    return named;
  }

  private static List<SpecificRecord> shuffled(List<SpecificRecord> lists, long seed) {
    List<SpecificRecord> shuffled = new ArrayList<>(lists);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static long sum(List<PromotionChange> changes, Function<PromotionChange, Long> figure) {
    return changes.stream().map(figure).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
  }

  private static long orZero(Long figure) {
    return figure == null ? 0 : figure;
  }
}
