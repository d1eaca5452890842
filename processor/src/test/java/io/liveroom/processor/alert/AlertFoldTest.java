package io.liveroom.processor.alert;

import static io.liveroom.common.RoomState.ENDED;
import static io.liveroom.common.RoomState.LIVE;
import static io.liveroom.common.RoomState.PAUSED;
import static io.liveroom.common.RoomState.UNKNOWN;
import static io.liveroom.derived.ChangeKind.DELISTED;
import static io.liveroom.derived.ChangeKind.LISTED;
import static io.liveroom.derived.ChangeKind.PRICE_CHANGED;
import static io.liveroom.derived.ChangeKind.SOLD_OUT;
import static io.liveroom.derived.ChangeKind.STOCK_CHANGED;
import static io.liveroom.processor.Facts.ROOM;
import static io.liveroom.processor.Facts.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.processor.DerivedFacts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertFoldTest {

  private final DerivedFacts facts = DerivedFacts.usual();
  private final Watch watch = new Watch(AlertRules.builtIn());

  @Test
  void see_liveRoom_startedOnceAndEndsByItself() {
    watch.see(facts.session(UNKNOWN, 0), facts.session(LIVE, 60), facts.session(LIVE, 70));
    watch.see(facts.session(PAUSED, 90), facts.session(LIVE, 240)).until(359);
    assertThat(watch.told("room_started")).isEqualTo("+0");

    watch.until(360).until(400);

    assertThat(watch.told("room_started")).isEqualTo("+0 -6");
    Alert alert = watch.told().get(0);
    assertThat(alert.getAlertId()).isEqualTo(ROOM + ":room_started:" + START.toEpochMilli());
    assertThat(alert.getTitle()).isEqualTo("a title");
    assertThat(alert.getSummary()).isEqualTo("the broadcast started 1m before it was seen");
    assertThat(alert.getSeverity()).isEqualTo(AlertSeverity.INFO);
  }

  @Test
  void see_end_endsWhatLastsAndIsTold() {
    watch.see(facts.session(LIVE, 0), facts.change(SOLD_OUT, "cup", 30));
    watch.see(facts.session(ENDED, 600), facts.session(ENDED, 600));
    watch.until(900);

    assertThat(watch.told("product_sold_out")).isEqualTo("+0.5 -10");
    assertThat(watch.told("room_ended")).isEqualTo("+10 -15");
  }

  @Test
  void see_roomThatCameBack_endIsTakenBackAndStartIsNotToldAgain() {
    watch.see(facts.session(LIVE, 0), facts.session(ENDED, 600), facts.session(LIVE, 660));
    watch.see(facts.session(ENDED, 1200)).until(2000);

    assertThat(watch.told("room_ended")).isEqualTo("+10 -11 +20 -25");
    assertThat(watch.told("room_started")).isEqualTo("+0 -5");
  }

  @Test
  void see_sameEndAgainAfterASignOfLife_isNotToldTwice() {
    RoomSession again = facts.session(ENDED, 700);
    again.setEndedAt(facts.at(600));
    watch.see(facts.session(LIVE, 0), facts.session(ENDED, 600), facts.session(LIVE, 660), again);

    assertThat(watch.until(2000).told("room_ended")).isEqualTo("+10 -11");
  }

  @Test
  void see_roomOverBeforeWeLooked_nothing() {
    watch.see(facts.session(ENDED, 600), facts.session(ENDED, 700)).until(5000);

    assertThat(watch.told()).isEmpty();
  }

  @Test
  void see_history_nothingOfItIsRaisedButTheRoomIsKnown() {
    Watch late = new Watch(AlertRules.builtIn(), START.plus(Duration.ofHours(7)));
    late.see(facts.session(LIVE, 0), facts.change(SOLD_OUT, "cup", 30)).until(2000);
    drop(late, 0);
    assertThat(late.told()).isEmpty();

    late.see(facts.session(ENDED, 2 * 3600)).until(3 * 3600);

    assertThat(late.told("room_ended")).isEqualTo("+120 -125");
  }

  @Test
  void until_nothingComes_staleByTimeAloneAndOverWithTheNextNews() {
    watch.see(facts.session(LIVE, 60)).until(249);
    assertThat(watch.told("collection_stale")).as("found, not yet confirmed").isEmpty();

    watch.until(250).until(600);
    assertThat(watch.told("collection_stale")).isEqualTo("+4");
    assertThat(watch.told())
        .extracting(Alert::getSummary)
        .contains("nothing new since 2026-01-01T12:01:00Z though the room is live");

    watch.see(facts.session(LIVE, 60)); // the same again is no news
    assertThat(watch.told("collection_stale")).isEqualTo("+4");
    watch.see(facts.session(LIVE, 630)).until(819);
    assertThat(watch.told("collection_stale")).isEqualTo("+4 -10.5");
    watch.until(820);
    assertThat(watch.told("collection_stale")).isEqualTo("+4 -10.5 +13.5");
  }

  @Test
  void until_nothingComesOfAPausedOrEndedRoom_notStale() {
    watch.see(facts.session(LIVE, 0), facts.session(PAUSED, 60)).until(1000);
    watch.see(facts.session(ENDED, 1060)).until(5000);

    assertThat(watch.told("collection_stale")).isEmpty();
  }

  @Test
  void unwatch_lastingAlerts_endAndNothingBegins() {
    watch.see(facts.watched(), facts.session(LIVE, 0), facts.change(SOLD_OUT, "cup", 30));
    watch.until(240).unwatch();
    assertThat(watch.told("product_sold_out")).isEqualTo("+0.5 -4");
    assertThat(watch.told("collection_stale")).isEqualTo("+3 -4");
    int before = watch.told().size();

    watch.see(facts.change(SOLD_OUT, "pot", 300)).until(3000);

    assertThat(watch.told()).hasSize(before);
  }

  @Test
  void see_ruleLimitedToLabels_onlyRoomsThatHaveOne() {
    String yaml = "rules: {room_started: {labels: [vip, 'brand:acme']}}";
    Watch without = new Watch(AlertRules.of(yaml, "f"));
    without.see(facts.watched("other"), facts.session(LIVE, 0));
    Watch with = new Watch(AlertRules.of(yaml, "f"));
    with.see(facts.watched("x", "brand:acme"), facts.session(LIVE, 0));

    assertThat(without.told()).isEmpty();
    assertThat(with.told()).singleElement().extracting(Alert::getRule).isEqualTo("room_started");
    assertThat(with.told().get(0).getLabels()).containsExactly("x", "brand:acme");
  }

  @Test
  void see_products_eachHasAlertsOfItsOwn() {
    watch.see(facts.session(LIVE, 0), facts.change(LISTED, "old", 20));
    watch.see(priced(facts.change(LISTED, "cup", 400), null, 990L));
    watch.see(facts.change(LISTED, "pot", 400), facts.change(LISTED, "pot", 400));

    assertThat(watch.told("product_listed")).isEqualTo("+6.666666666666667 +6.666666666666667");
    Alert cup =
        watch.told().stream().filter(a -> "cup".equals(a.getPromotionId())).findFirst().get();
    assertThat(cup.getAlertId()).isEqualTo(ROOM + ":product_listed:1767269200000:cup");
    assertThat(cup.getSummary()).isEqualTo("a cup is on the shelf at 9.90 CNY");
    assertThat(cup.getValue()).isEqualTo(990);
  }

  @Test
  void see_soldOut_lastsUntilThereIsStockOrItLeavesTheShelf() {
    watch.see(facts.session(LIVE, 0), facts.change(SOLD_OUT, "cup", 60));
    watch.see(facts.change(SOLD_OUT, "pot", 60), stocked("cup", 0, 90), stocked("cup", 5, 120));
    watch.see(facts.change(DELISTED, "pot", 180), facts.change(SOLD_OUT, "cup", 150));
    watch.see(facts.change(SOLD_OUT, "cup", 60));

    assertThat(watch.told("product_sold_out"))
        .as("within the cool-down, and a repeat: neither is told")
        .isEqualTo("+1 +1 -2 -3");
  }

  @Test
  void see_price_bothWaysAndNotForLittle() {
    watch.see(facts.session(LIVE, 0));
    watch.see(priced(facts.change(PRICE_CHANGED, "cup", 60), 10_000L, 9_950L));
    watch.see(priced(facts.change(PRICE_CHANGED, "pot", 120), 10_000L, 12_500L));
    watch.see(priced(facts.change(PRICE_CHANGED, "jug", 180), 10_000L, 5_000L));

    assertThat(watch.told("product_price_changed")).isEqualTo("+2 +3");
    assertThat(watch.told())
        .extracting(Alert::getSummary)
        .contains(
            "a pot rose by 25 %: 125.00 CNY after 100.00 CNY",
            "a jug fell by 50 %: 50.00 CNY after 100.00 CNY");
  }

  @Test
  void see_draftOfTheWindowInHand_isNotJudged() {
    watch.see(facts.session(LIVE, 0));
    for (int minute = 0; minute < 10; minute++) {
      watch.see(facts.minute(minute, 1000), facts.session(LIVE, minute * 60 + 60));
    }
    for (int minute = 10; minute < 13; minute++) {
      watch.see(draft(minute, 10, 0.2), draft(minute, 500, 1.0));
      watch.see(facts.session(LIVE, minute * 60 + 60));
      assertThat(watch.told("online_drop")).isEmpty();
    }
    watch.see(draft(13, 700, 0.1));

    assertThat(watch.told("online_drop")).as("three of five minutes by half").isEqualTo("+13");
    Alert alert = watch.told().get(watch.told().size() - 1);
    assertThat(alert.getValue()).isEqualTo(700);
    assertThat(alert.getPreviousValue()).isEqualTo(1000);
    assertThat(alert.getThreshold()).isEqualTo(700);
    assertThat(alert.getSummary())
        .isEqualTo("online fell by 30 %: 700 on average in the last 5m, 1,000 in the 5m before");
  }

  @Test
  void see_windowThatSaysTooLittle_waitsUntilItSaysMore() {
    Watch quick = new Watch(AlertRules.of("rules: {online_drop: {span: 1m}}", "f"));
    quick.see(facts.session(LIVE, 0), facts.minute(0, 1000), facts.minute(1, 1000));
    quick.see(draft(2, 500, 0.2), draft(3, 500, 0.1));
    assertThat(quick.told("online_drop")).as("over, and not covered yet").isEmpty();

    quick.see(draft(2, 500, 0.9));

    assertThat(quick.told("online_drop")).isEqualTo("+3");
  }

  @Test
  void see_rulesChangedOverARestart_alertOfARuleThatIsOffEnds() {
    AlertRules off = AlertRules.of("rules: {product_sold_out: {enabled: false}}", "f");
    watch.see(facts.session(LIVE, 0), facts.change(SOLD_OUT, "cup", 60));

    assertThat(watch.resumedWith(off).told("product_sold_out")).isEqualTo("+1 -1");
  }

  @Test
  void see_everyAlertOfARoom_hasOneOfEach() {
    drop(watch.see(facts.session(LIVE, 0)), 0);
    watch.see(facts.session(ENDED, 1300)).until(9000);

    assertThat(watch.told()).filteredOn(a -> a.getStatus() == AlertStatus.RAISED).hasSize(3);
    assertThat(watch.told()).filteredOn(a -> a.getStatus() == AlertStatus.RESOLVED).hasSize(3);
    assertThat(watch.told("online_drop")).isEqualTo("+13 -20");
  }

  private void drop(Watch of, int first) {
    for (int minute = first; minute < first + 20; minute++) {
      of.see(facts.minute(minute, minute < first + 10 ? 1000 : 500));
      of.see(facts.session(LIVE, minute * 60 + 60));
    }
  }

  private RoomMinute draft(int minute, int online, double coverage) {
    RoomMinute draft = facts.minute(minute, online);
    draft.setIsFinal(false);
    draft.setRevision((long) (100 * coverage));
    draft.setOnlineCoverage(coverage);
    return draft;
  }

  private PromotionChange stocked(String product, long stock, double seconds) {
    PromotionChange change = facts.change(STOCK_CHANGED, product, seconds);
    change.setStockAfter(stock);
    return change;
  }

  private static PromotionChange priced(PromotionChange change, @Nullable Long before, Long after) {
    change.setPriceFenBefore(before);
    change.setPriceFenAfter(after);
    return change;
  }
}
