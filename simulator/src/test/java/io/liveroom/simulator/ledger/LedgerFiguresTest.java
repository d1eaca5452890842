package io.liveroom.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.liveroom.simulator.world.Content.Kind;
import io.liveroom.simulator.world.Product;
import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.RoomStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger against figures worked out by hand. */
final class LedgerFiguresTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final FigureRules RULES = FigureRules.usual();

  private static List<TrueMinute> minutes(Facts script) {
    return Ledger.minutes(script.facts(), MINUTE, RULES);
  }

  private static TrueMinute first(Facts script) {
    return minutes(script).get(0);
  }

  @Test
  void minutes_chat_countsMessagesAndDistinctUsers() {
    TrueMinute minute =
        first(
            new Facts()
                .says(0, Kind.CHAT, "a")
                .says(1, Kind.CHAT, "a")
                .says(2, Kind.CHAT, "b")
                .says(3, Kind.CHAT, "111111")
                .says(4, Kind.ENTER, "c")
                .says(5, Kind.ENTER, "d")
                .says(6, Kind.FOLLOW, "c")
                .says(7, Kind.SHARE, "d")
                .says(59.999, Kind.CHAT, "e"));
    assertThat(minute.chatCount()).isEqualTo(5);
    assertThat(minute.chatUsers()).isEqualTo(3);
    assertThat(minute.enterCount()).isEqualTo(2);
    assertThat(minute.followUsers()).isEqualTo(1);
    assertThat(minute.shareCount()).isEqualTo(1);
    assertThat(minute.interactingUsers()).isEqualTo(5);
    assertThat(minute.followRateObserved()).isEqualTo(0.5);
    assertThat(minute.viewersGained()).isNull();
    assertThat(minute.followRate()).isNull();
    assertThat(minute.giftUsers()).isZero();
    assertThat(minute.likeCount()).isNull();
  }

  @Test
  void minutes_droppedUsers_areUnknownNotZero() {
    TrueMinute minute = first(new Facts().says(0, Kind.CHAT, null));
    assertThat(minute.chatUsers()).isNull();
    assertThat(minute.enterUsers()).isZero();
  }

  @Test
  void minutes_existence_needsChatSnapshotOrShelf() {
    Facts script =
        new Facts()
            .says(0, Kind.UNKNOWN, "a")
            .info(70, RoomStatus.LIVE, 10, 10, 0)
            .shelf(130, false, "p")
            .status(190, true)
            .info(250, RoomStatus.ENDED, 0, 10, 0);
    assertThat(minutes(script))
        .extracting(TrueMinute::windowStart)
        .containsExactly(Facts.at(0), Facts.at(60), Facts.at(120));
  }

  @Test
  void minutes_counters_growByRunningMaximum() {
    Facts script =
        new Facts()
            .info(10, RoomStatus.LIVE, 50, 100, 10)
            .info(40, RoomStatus.LIVE, 50, 130, 12)
            .info(60, RoomStatus.LIVE, 50, 140, 13) // still of the first minute: start < t <= end
            .info(80, RoomStatus.LIVE, 50, 135, 13) // a counter never shrinks
            .info(110, RoomStatus.LIVE, 50, 190, 23);
    assertThat(minutes(script)).extracting(TrueMinute::viewersGained).containsExactly(40L, 50L);
    assertThat(minutes(script))
        .extracting(TrueMinute::platformFollowsGained)
        .containsExactly(3L, 10L);
    assertThat(minutes(script)).extracting(TrueMinute::followRate).containsExactly(3 / 40.0, 0.2);
  }

  @Test
  void minutes_likes_areTotalsGrowthElseSumOfMessages() {
    assertThat(first(new Facts().likes(5, 4, 100L).likes(20, 3, 130L)).likeCount()).isEqualTo(30);
    assertThat(first(new Facts().likes(5, 4, null).likes(20, 3, null)).likeCount()).isEqualTo(7);
  }

  @Test
  void minutes_online_isWeightedByTimeAndCutAtTheEdges() {
    Facts script =
        new Facts().online(-30, 100).online(30, 160).online(50, 160).says(55, Kind.CHAT, "a");
    TrueMinute minute = minutes(script).get(1);
    // 130 at the edge, to 160 at 30 s, flat to 50 s, then nothing
    assertThat(minute.onlineAvg()).isCloseTo((145 * 30 + 160 * 20) / 50.0, within(1e-9));
    assertThat(minute.onlineCoverage()).isCloseTo(50 / 60.0, within(1e-9));
    assertThat(minute.onlineLast()).isEqualTo(160);
    assertThat(minute.onlineMin()).isEqualTo(160);
  }

  @Test
  void minutes_onlineGap_isNotCovered() {
    Facts script = new Facts().online(0, 100).online(90.001, 200);
    assertThat(first(script).onlineAvg()).isNull();
    assertThat(first(script).onlineCoverage()).isZero();
    assertThat(first(new Facts().online(0, 100).online(90, 200)).onlineCoverage()).isEqualTo(1);
  }

  @Test
  void minutes_slope_isPeoplePerMinute() {
    TrueMinute rising = first(new Facts().online(0, 100).online(30, 110).online(59, 119 + 2 / 3));
    assertThat(rising.onlineTrend()).isEqualTo(Trend.RISING);
    assertThat(rising.onlineSlope()).isCloseTo(19.33, within(0.1));
    TrueMinute two = first(new Facts().online(0, 100).online(30, 110));
    assertThat(two.onlineSlope()).isNull();
    assertThat(two.onlineTrend()).isEqualTo(Trend.UNKNOWN);
    assertThat(first(new Facts().online(0, 0).online(1, 0).online(2, 0)).onlineTrend())
        .isEqualTo(Trend.STEADY);
  }

  @Test
  void minutes_shelf_isTheLastCompleteOne() {
    TrueMinute minute =
        first(new Facts().shelf(1, true, "p", "q").shelf(30, true, "q").shelf(40, false, "r", "s"));
    assertThat(minute.promotionCount()).isEqualTo(1);
    assertThat(minute.explainingPromotionId()).isEqualTo("q");
  }

  @Test
  void changes_scriptedShelf_areThoseWorkedOutByHand() {
    Facts script =
        new Facts()
            .shelf(0, true, "p", List.of(goods("p", 100, 5, 2), goods("q", 50, 9, 0)))
            .shelf(10, false, null, List.of(goods("p", 90, 4, 3)))
            .shelf(20, true, null, List.of(goods("p", 90, 0, 7)))
            .shelf(130, true, "p", List.of(goods("p", 90, 0, 7)))
            .info(140, RoomStatus.ENDED, 0, 10, 0) // names second 300 as the end: an echo
            .status(150, false);
    assertThat(Ledger.changes(script.facts(), RULES))
        .extracting(TrueChange::promotionId, TrueChange::kind, TrueChange::changedAt)
        .containsExactlyInAnyOrder(
            tuple("p", TrueChange.Kind.LISTED, Facts.at(0)),
            tuple("q", TrueChange.Kind.LISTED, Facts.at(0)),
            tuple("p", TrueChange.Kind.EXPLAIN_STARTED, Facts.at(0)),
            tuple("p", TrueChange.Kind.PRICE_CHANGED, Facts.at(10)),
            tuple("p", TrueChange.Kind.STOCK_CHANGED, Facts.at(10)),
            tuple("p", TrueChange.Kind.SALES_CHANGED, Facts.at(10)),
            tuple("p", TrueChange.Kind.STOCK_CHANGED, Facts.at(20)),
            tuple("p", TrueChange.Kind.SOLD_OUT, Facts.at(20)),
            tuple("p", TrueChange.Kind.SALES_CHANGED, Facts.at(20)),
            tuple("q", TrueChange.Kind.DELISTED, Facts.at(20)),
            tuple("p", TrueChange.Kind.EXPLAIN_ENDED, Facts.at(140)));
    TrueSession session = Ledger.session(script.facts(), RULES);
    assertThat(session.promotionsSeen()).isEqualTo(2);
    assertThat(session.salesEstimate()).isEqualTo(5);
    assertThat(session.gmvEstimateFen()).isEqualTo(1 * 90 + 4 * 90);
    assertThat(Ledger.session(new Facts().shelf(0, true, "p").facts(), RULES).salesEstimate())
        .as("hidden")
        .isNull();
  }

  private static Product goods(String id, long price, long stock, long sales) {
    return new Product(id, id, id, price, price, stock, sales, 1, "9");
  }

  @Test
  void minutes_giftWithoutPrice_countsAndIsNamed() {
    TrueMinute minute =
        first(new Facts().single(1, "a", 2, 5L).single(2, "a", 3, null).single(3, "b", 1, 0L));
    assertThat(minute.giftCount()).isEqualTo(6);
    assertThat(minute.giftValue()).isEqualTo(10);
    assertThat(minute.giftUsers()).isEqualTo(2);
    assertThat(minute.giftValueIsPartial()).containsExactly("玫瑰");
  }

  @Test
  void session_endedRoom_keepsWhatIsFrozen() {
    TrueSession session =
        Ledger.session(
            new Facts().info(400, RoomStatus.ENDED, 0, 164_000, 2_600).status(410, false).facts(),
            RULES);
    assertThat(session.state()).isEqualTo(SessionState.ENDED);
    assertThat(session.totalViewers()).isEqualTo(164_000);
    assertThat(session.followRate()).isEqualTo(2_600 / 164_000.0);
    assertThat(session.giftUvRate()).isEqualTo(2 / 164_000.0);
    assertThat(session.endedAt()).isEqualTo(Facts.at(300));
    assertThat(session.startedAt()).isEqualTo(Facts.at(-60));
    assertThat(session.viewersGained()).isNull();
    assertThat(session.peakOnline()).isNull();
    assertThat(session.fanTicketGained()).isNull();
    assertThat(session.likeCount()).isNull();
  }

  @Test
  void session_liveRoom_integratesAndPeaks() {
    TrueSession session =
        Ledger.session(
            new Facts()
                .info(0, RoomStatus.LIVE, 100, 1_000, 10)
                .info(60, RoomStatus.LIVE, 200, 1_100, 20)
                .info(120, RoomStatus.LIVE, 200, 1_200, 20)
                .info(320, RoomStatus.LIVE, 100, 1_500, 40)
                .facts(),
            RULES);
    assertThat(session.viewerSeconds()).isEqualTo(150 * 60 + 200 * 60.0);
    assertThat(session.coveredSeconds()).isEqualTo(120);
    assertThat(session.averageOnline()).isEqualTo(175);
    assertThat(session.onlineCoverage()).isEqualTo(120 / 320.0);
    assertThat(session.peakOnline()).isEqualTo(200);
    assertThat(session.peakOnlineAt()).isEqualTo(Facts.at(60));
    assertThat(session.viewersGained()).isEqualTo(500);
    assertThat(session.followersGained()).isEqualTo(30);
    assertThat(session.averageStaySeconds()).isEqualTo(21_000 / 1_500.0);
    assertThat(session.shares()).isEqualTo(new RoomShown.Sources(0, 0.02, 0.7, 0.27));
  }

  @Test
  void session_state_followsTheLatestWord() {
    assertThat(state(new Facts().says(0, Kind.CHAT, "a"))).isEqualTo(SessionState.UNKNOWN);
    assertThat(state(new Facts().status(0, true))).isEqualTo(SessionState.LIVE);
    assertThat(state(new Facts().control(0, 1).status(5, true))).isEqualTo(SessionState.PAUSED);
    assertThat(state(new Facts().control(0, 1).control(5, 2))).isEqualTo(SessionState.LIVE);
    assertThat(state(new Facts().control(0, 3))).isEqualTo(SessionState.UNKNOWN);
    assertThat(state(new Facts().control(0, 3).status(1, false))).isEqualTo(SessionState.ENDED);
    assertThat(state(new Facts().status(0, false).status(1, false))).isEqualTo(SessionState.ENDED);
    assertThat(state(new Facts().status(0, false).status(1, false).status(2, true)))
        .isEqualTo(SessionState.LIVE);
  }

  private static SessionState state(Facts script) {
    return Ledger.session(script.facts(), RULES).state();
  }
}
