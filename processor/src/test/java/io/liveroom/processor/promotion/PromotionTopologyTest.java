package io.liveroom.processor.promotion;

import static io.liveroom.derived.ChangeKind.DELISTED;
import static io.liveroom.derived.ChangeKind.EXPLAIN_ENDED;
import static io.liveroom.derived.ChangeKind.EXPLAIN_STARTED;
import static io.liveroom.derived.ChangeKind.LISTED;
import static io.liveroom.derived.ChangeKind.PRICE_CHANGED;
import static io.liveroom.derived.ChangeKind.SALES_CHANGED;
import static io.liveroom.derived.ChangeKind.SOLD_OUT;
import static io.liveroom.derived.ChangeKind.STOCK_CHANGED;
import static io.liveroom.processor.Facts.ROOM;
import static io.liveroom.processor.Facts.at;
import static io.liveroom.processor.Facts.live;
import static io.liveroom.processor.Facts.partialShelf;
import static io.liveroom.processor.Facts.promotion;
import static io.liveroom.processor.Facts.shelf;
import static io.liveroom.processor.Facts.snapshot;
import static io.liveroom.processor.Facts.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liveroom.common.RoomState;
import io.liveroom.derived.ChangeKind;
import io.liveroom.derived.PromotionChange;
import io.liveroom.observed.Promotion;
import io.liveroom.processor.Driver;
import io.liveroom.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTopologyTest {

  private final Driver<PromotionChange> driver;

  PromotionTopologyTest(@TempDir Path dir) {
    driver = Driver.promotion(ProcessorSettings.defaults(dir), dir);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void send_firstListOfARoom_allListed() {
    driver.send(shelf(0, null, goods("p", 100, 5, 3), goods("q", 200, 7, 0)), live(11, 1, 1, 1));

    List<TestRecord<String, PromotionChange>> records = driver.records();
    PromotionChange first = records.get(0).value();
    assertThat(records)
        .extracting(record -> record.value().getPromotionId())
        .containsExactly("p", "q");
    assertThat(records).extracting(TestRecord::key).containsOnly(ROOM);
    assertThat(records).extracting(TestRecord::getRecordTime).containsOnly(at(0));
    assertThat(first.getKind()).isEqualTo(LISTED);
    assertThat(first.getChangeId()).isEqualTo(ROOM + ":p:LISTED:" + at(0).toEpochMilli());
    assertThat(first.getTitle()).isEqualTo("title of p");
    assertThat(first.getPriceFenBefore()).isNull();
    assertThat(first.getPriceFenAfter()).isEqualTo(100);
    assertThat(first.getStockAfter()).isEqualTo(5);
    assertThat(first.getSalesAfter()).isEqualTo(3);
    assertThat(records.get(1).value().getSalesAfter()).as("0 may mean hidden").isNull();
  }

  @Test
  void send_list_isPublishedWhenItHasSettled() {
    driver.send(shelf(0, null, goods("p", 100, 5, 0)), status(true, 9));
    assertThat(driver.outputs()).isEmpty();

    driver.send(status(true, 10));
    assertThat(driver.outputs()).hasSize(1);
  }

  @Test
  void send_figuresChange_oneRecordForEach() {
    driver.send(
        shelf(0, null, goods("p", 100, 5, 3)),
        shelf(30, null, goods("p", 90, 4, 4)),
        shelf(60, null, goods("p", 90, 4, 4)),
        shelf(90, null, goods("p", 90, 0, 8)),
        status(true, 100));

    assertThat(told())
        .containsExactly(
            tuple(LISTED, at(0), null, 100L, null, 5L, null, 3L, null, null),
            tuple(PRICE_CHANGED, at(30), 100L, 90L, 5L, 4L, 3L, 4L, null, null),
            tuple(STOCK_CHANGED, at(30), 100L, 90L, 5L, 4L, 3L, 4L, null, null),
            tuple(SALES_CHANGED, at(30), 100L, 90L, 5L, 4L, 3L, 4L, 1L, 90L),
            tuple(STOCK_CHANGED, at(90), 90L, 90L, 4L, 0L, 4L, 8L, null, null),
            tuple(SOLD_OUT, at(90), 90L, 90L, 4L, 0L, 4L, 8L, null, null),
            tuple(SALES_CHANGED, at(90), 90L, 90L, 4L, 0L, 4L, 8L, 4L, 360L));
  }

  @Test
  void send_salesShownLater_growFromZero() {
    driver.send(
        shelf(0, null, goods("p", 100, 5, 0)),
        shelf(30, null, goods("p", 100, 5, 7)),
        shelf(60, null, goods("p", 100, 5, 2)),
        shelf(90, null, goods("p", 100, 5, 8)),
        status(true, 100));

    assertThat(of(SALES_CHANGED))
        .extracting(
            PromotionChange::getSalesBefore,
            PromotionChange::getSalesAfter,
            PromotionChange::getSalesGained)
        .containsExactly(tuple(0L, 7L, 7L), tuple(7L, 8L, 1L));
  }

  @Test
  void send_stockHidden_isNoChangeAndNotSoldOut() {
    Promotion hidden = goods("p", 100, 0, 0);
    hidden.setInStock(true);
    Promotion refused = goods("p", 100, 5, 0);
    refused.setInStock(false);
    driver.send(
        shelf(0, null, goods("p", 100, 5, 0)),
        shelf(30, null, hidden),
        shelf(60, null, refused),
        status(true, 100));

    assertThat(of(STOCK_CHANGED)).isEmpty();
    assertThat(of(SOLD_OUT)).extracting(PromotionChange::getChangedAt).containsExactly(at(60));
  }

  @Test
  void send_productGone_delistedByACompleteListOnly() {
    driver.send(
        shelf(0, null, goods("p", 100, 5, 2), goods("q", 200, 5, 0)),
        partialShelf(30, null, goods("q", 210, 5, 0)),
        shelf(60, null, goods("q", 210, 5, 0)),
        shelf(90, null, goods("q", 210, 5, 0), goods("p", 80, 5, 4)),
        status(true, 100));

    assertThat(of(PRICE_CHANGED)).extracting(PromotionChange::getChangedAt).containsExactly(at(30));
    assertThat(told("p"))
        .containsExactly(
            tuple(LISTED, at(0), null, 100L, null, 5L, null, 2L, null, null),
            tuple(DELISTED, at(60), 100L, null, 5L, null, 2L, null, null, null),
            tuple(LISTED, at(90), 100L, 80L, 5L, 5L, 2L, 4L, null, null),
            tuple(SALES_CHANGED, at(90), 100L, 80L, 5L, 5L, 2L, 4L, 2L, 160L));
  }

  @Test
  void send_listsOutOfOrderAndTwice_sameAsInOrder() {
    driver.send(
        shelf(5, null, goods("p", 90, 5, 4)),
        shelf(0, null, goods("p", 100, 5, 3)),
        shelf(5, null, goods("p", 90, 5, 4)),
        status(true, 100),
        shelf(0, null, goods("p", 100, 5, 3)));

    assertThat(told())
        .containsExactly(
            tuple(LISTED, at(0), null, 100L, null, 5L, null, 3L, null, null),
            tuple(PRICE_CHANGED, at(5), 100L, 90L, 5L, 5L, 3L, 4L, null, null),
            tuple(SALES_CHANGED, at(5), 100L, 90L, 5L, 5L, 3L, 4L, 1L, 90L));
  }

  @Test
  void send_listMuchTooLate_correctsSalesAndContradictsNothing() {
    driver.send(
        shelf(0, null, goods("p", 100, 5, 3)),
        shelf(60, null, goods("p", 90, 5, 9)),
        status(true, 100),
        shelf(30, null, goods("p", 200, 5, 5), goods("q", 10, 5, 0)),
        shelf(110, null, goods("p", 90, 5, 9)),
        status(true, 200));

    assertThat(told("p"))
        .containsExactly(
            tuple(LISTED, at(0), null, 100L, null, 5L, null, 3L, null, null),
            tuple(PRICE_CHANGED, at(60), 100L, 90L, 5L, 5L, 3L, 9L, null, null),
            tuple(SALES_CHANGED, at(60), 100L, 90L, 5L, 5L, 3L, 9L, 6L, 540L),
            tuple(SALES_CHANGED, at(30), 90L, 90L, 5L, 5L, 9L, 9L, 0L, 2 * 200 + 4 * 90 - 540L));
    assertThat(of(SALES_CHANGED))
        .extracting(PromotionChange::getIsCorrection)
        .containsExactly(false, true);
    assertThat(told("q"))
        .extracting(change -> change.toList().get(0))
        .containsExactly(LISTED, DELISTED);
  }

  @Test
  void send_explanationWithShortBreaks_isOne() {
    driver.send(
        shelf(0, null, goods("p", 100, 5, 3)),
        shelf(30, "p", goods("p", 100, 5, 3)),
        shelf(60, null, goods("p", 100, 5, 5)),
        shelf(90, "q", goods("p", 100, 5, 5)),
        shelf(179, "p", goods("p", 100, 5, 5)),
        shelf(210, null, goods("p", 100, 5, 6)),
        partialShelf(240, null),
        status(true, 339));
    assertThat(of(EXPLAIN_ENDED)).extracting(PromotionChange::getPromotionId).containsExactly("q");

    driver.send(status(true, 340));

    assertThat(of(EXPLAIN_STARTED))
        .extracting(PromotionChange::getPromotionId, PromotionChange::getChangedAt)
        .containsExactly(tuple("p", at(30)), tuple("q", at(90)));
    PromotionChange ended = of(EXPLAIN_ENDED).get(1);
    assertThat(ended.getPromotionId()).isEqualTo("p");
    assertThat(ended.getChangedAt()).isEqualTo(at(210));
    assertThat(ended.getExplainedSeconds()).isEqualTo(180);
    assertThat(ended.getSalesBefore()).isEqualTo(3);
    assertThat(ended.getSalesAfter()).isEqualTo(6);
    assertThat(ended.getSalesGained()).as("told by SALES_CHANGED").isNull();
  }

  @Test
  void send_longBreak_twoExplanations() {
    driver.send(
        shelf(0, "p", goods("p", 100, 5, 0)),
        shelf(30, null, goods("p", 100, 5, 0)),
        shelf(150, "p", goods("p", 100, 5, 0)),
        status(true, 160));

    assertThat(of(EXPLAIN_STARTED)).hasSize(2);
    assertThat(of(EXPLAIN_ENDED))
        .extracting(PromotionChange::getChangedAt, PromotionChange::getExplainedSeconds)
        .containsExactly(tuple(at(30), 30L));
  }

  @Test
  void pass_silence_tellsNoEndUntilTheRoomIsHeardAgain() {
    driver.send(shelf(0, "p", goods("p", 100, 5, 0)), shelf(30, null, goods("p", 100, 5, 0)));
    driver.pass(Duration.ofMinutes(10));
    assertThat(of(LISTED)).as("silence settles a list").hasSize(1);
    assertThat(of(EXPLAIN_ENDED)).as("the way from the collector may be cut").isEmpty();

    driver.send(shelf(60, "p", goods("p", 100, 5, 0)), shelf(300, null, goods("p", 100, 5, 0)));
    driver.send(status(true, 500));

    assertThat(of(EXPLAIN_ENDED))
        .extracting(PromotionChange::getExplainedSeconds)
        .containsExactly(300L);
  }

  @Test
  void pass_roomNoLongerWatched_endIsToldAllTheSame() {
    driver.send(shelf(0, "p", goods("p", 100, 5, 0)), shelf(30, null, goods("p", 100, 5, 0)));
    driver.pass(Duration.ofMinutes(20)).pass(Duration.ofSeconds(1));

    assertThat(of(EXPLAIN_ENDED)).hasSize(1);
  }

  @Test
  void send_roomEnds_endsTheExplanation() {
    driver.send(
        shelf(0, "p", goods("p", 100, 5, 0)),
        snapshot(RoomState.ENDED, 50).setFinishTime(at(40)).build(),
        status(false, 55));
    driver.pass(Duration.ofSeconds(116));
    assertThat(of(EXPLAIN_ENDED)).isEmpty();
    driver.pass(Duration.ofSeconds(10));

    assertThat(of(EXPLAIN_ENDED))
        .extracting(PromotionChange::getChangedAt, PromotionChange::getExplainedSeconds)
        .containsExactly(tuple(at(40), 40L));
  }

  @Test
  void send_statusSaysTheEndAgainAndAgain_theFirstWordCounts() {
    driver.send(shelf(0, "p", goods("p", 100, 5, 0)));
    for (int second = 20; second < 200; second += 10) {
      driver.send(status(false, second));
    }

    assertThat(of(EXPLAIN_ENDED)).extracting(PromotionChange::getChangedAt).containsExactly(at(20));
  }

  @Test
  void send_oneSignOfTheEnd_endsNothing() {
    driver.send(shelf(0, "p", goods("p", 100, 5, 0)), status(false, 20), status(true, 400));

    assertThat(of(EXPLAIN_ENDED)).isEmpty();
  }

  private List<PromotionChange> of(ChangeKind kind) {
    return driver.outputs().stream().filter(change -> change.getKind() == kind).toList();
  }

  private List<Tuple> told() {
    return told(null);
  }

  private List<Tuple> told(@Nullable String promotionId) {
    return driver.outputs().stream()
        .filter(change -> promotionId == null || change.getPromotionId().equals(promotionId))
        .map(PromotionTopologyTest::figures)
        .toList();
  }

  private static Tuple figures(PromotionChange change) {
    return tuple(
        change.getKind(),
        change.getChangedAt(),
        change.getPriceFenBefore(),
        change.getPriceFenAfter(),
        change.getStockBefore(),
        change.getStockAfter(),
        change.getSalesBefore(),
        change.getSalesAfter(),
        change.getSalesGained(),
        change.getGmvEstimateFen());
  }

  private static Promotion goods(String id, long priceFen, long stock, long sales) {
    return Promotion.newBuilder(promotion(id, sales, priceFen))
        .setStock(stock)
        .setInStock(stock > 0)
        .setTitle("title of " + id)
        .build();
  }
}
