package io.liveroom.processor.minute;

import static io.liveroom.processor.Facts.ROOM;
import static io.liveroom.processor.Facts.at;
import static io.liveroom.processor.Facts.chat;
import static io.liveroom.processor.Facts.live;
import static io.liveroom.processor.Facts.message;
import static io.liveroom.processor.Facts.promotion;
import static io.liveroom.processor.Facts.shelf;
import static io.liveroom.processor.Facts.snapshot;
import static io.liveroom.processor.Facts.tick;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.liveroom.common.RoomState;
import io.liveroom.derived.OnlineTrend;
import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.processor.Driver;
import io.liveroom.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinuteTopologyTest {

  private final Driver<RoomMinute> driver;

  MinuteTopologyTest(@TempDir Path dir) {
    driver = Driver.minute(ProcessorSettings.defaults(dir), dir);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void send_firstFacts_draftAtNextInterval() {
    driver.send(chat("1", "ann", 1), chat("2", "bob", 2), chat("3", "ann", 3));
    assertThat(driver.outputs()).isEmpty();

    RoomMinute minute = last(driver.pass(Duration.ofSeconds(1)).outputs());

    assertThat(minute.getChatCount()).isEqualTo(3);
    assertThat(minute.getChatUsers()).isEqualTo(2);
    assertThat(minute.getRevision()).isEqualTo(1);
    assertThat(minute.getIsFinal()).isFalse();
    assertThat(minute.getWindowStart()).isEqualTo(at(0));
    assertThat(minute.getWindowEnd()).isEqualTo(at(60));
    assertThat(minute.getViewersGained()).isNull();
    assertThat(minute.getFollowRate()).isNull();
    assertThat(minute.getOnlineCoverage()).isZero();
    assertThat(minute.getGiftUsers()).isZero();
    assertThat(driver.pass(Duration.ofSeconds(5)).outputs()).as("nothing changed").hasSize(1);
  }

  @Test
  void send_streamTimePastGrace_oneFinal() {
    driver.send(chat("1", "ann", 1), chat("2", "bob", 59.999), chat("3", "ann", 179.999));
    assertThat(driver.outputs()).as("the grace is not over").isEmpty();

    RoomMinute minute = last(driver.send(chat("4", "bob", 180)).outputs());

    assertThat(minute.getIsFinal()).isTrue();
    assertThat(minute.getChatCount()).isEqualTo(2);
    assertThat(minute.getRevision()).isEqualTo(1);
  }

  @Test
  void send_otherRoomMovesStreamTime_finalOfTheQuietRoom() {
    driver.send(chat("1", "ann", 1));
    ChatEvent other = chat("2", "bob", 200);
    other.setRoomId("7300000000000000002");
    other.setEventId("7300000000000000002:2");

    List<RoomMinute> outputs = driver.send(other).outputs();

    assertThat(outputs).singleElement().satisfies(m -> assertThat(m.getIsFinal()).isTrue());
    assertThat(last(outputs).getRoomId()).isEqualTo(ROOM);
  }

  @Test
  void pass_partitionSilent_finalByWallClock() {
    driver.send(chat("1", "ann", 30)).pass(Duration.ofSeconds(1));
    driver.pass(Duration.ofSeconds(119));
    assertThat(driver.outputs()).extracting(RoomMinute::getIsFinal).containsOnly(false);

    driver.pass(Duration.ofSeconds(31));

    assertThat(driver.outputs()).extracting(RoomMinute::getIsFinal).containsExactly(false, true);
    assertThat(last(driver.outputs()).getRevision()).isEqualTo(2);
  }

  @Test
  void pass_silenceWasAnOutage_whatComesAfterItIsNotLate() {
    driver.send(chat("1", "ann", 30)).pass(Duration.ofMinutes(10));

    driver.send(chat("2", "ann", 90), chat("3", "ann", 150)).pass(Duration.ofSeconds(5));

    assertThat(driver.outputs())
        .extracting(RoomMinute::getWindowStart, RoomMinute::getIsFinal, RoomMinute::getChatCount)
        .containsExactly(
            tuple(at(0), true, 1L), tuple(at(60), false, 1L), tuple(at(120), false, 1L));
  }

  @Test
  void send_duplicates_changeNoFigure() {
    driver.send(chat("1", "ann", 1), chat("1", "ann", 1));
    RoomMinute minute = last(driver.send(chat("1", "ann", 1), chat("9", "x", 300)).outputs());

    assertThat(minute.getChatCount()).isEqualTo(1);
    assertThat(minute.getDuplicates()).isEqualTo(2);
  }

  @Test
  void send_sightingWithinFifteenMinutesOfTheLast_isADuplicateForEver() {
    for (int minute = 0; minute < 60; minute += 14) {
      driver.send(chat("1", "ann", minute * 60));
    }
    driver.send(chat("2", "ann", 3600 + 600));

    assertThat(driver.outputs()).extracting(RoomMinute::getChatCount).containsExactly(1L);
  }

  @Test
  void send_sightingAfterTheWindow_isANewEvent() {
    driver.send(chat("1", "ann", 0), chat("1", "ann", 961), chat("2", "ann", 1800));

    assertThat(driver.outputs())
        .extracting(RoomMinute::getChatCount)
        .filteredOn(count -> count > 0)
        .containsExactly(1L, 1L);
  }

  @Test
  void send_lateEvent_revisesTheFinalByItsLateEventsOnly() {
    driver.send(chat("1", "ann", 1), chat("2", "bob", 200), chat("late", "eve", 2));
    RoomMinute revised =
        last(
            driver.pass(Duration.ofSeconds(1)).outputs().stream()
                .filter(minute -> minute.getWindowStart().equals(at(0)))
                .toList());

    assertThat(revised.getIsFinal()).isTrue();
    assertThat(revised.getRevision()).isEqualTo(2);
    assertThat(revised.getLateEvents()).isEqualTo(1);
    assertThat(revised.getChatCount()).isEqualTo(1);
  }

  @Test
  void send_snapshots_growthAndRates() {
    driver.send(
        live(10, 100, 1000, 10),
        live(70, 110, 1100, 15),
        message(ChatKind.ENTER, "e", "ann", 71).build(),
        message(ChatKind.FOLLOW, "f", "ann", 72).build(),
        live(400, 1, 1, 1));
    RoomMinute first = minute(0);
    RoomMinute second = minute(60);

    assertThat(first.getViewersGained()).as("one value, nothing before").isZero();
    assertThat(first.getFollowRate()).as("denominator 0").isNull();
    assertThat(second.getViewersGained()).isEqualTo(100);
    assertThat(second.getPlatformFollowsGained()).isEqualTo(5);
    assertThat(second.getFollowRate()).isEqualTo(0.05);
    assertThat(second.getFollowRateObserved()).isEqualTo(1.0);
    assertThat(second.getInteractionRate()).isEqualTo(0.01);
    assertThat(second.getSecondsSinceMessage()).isEqualTo(48);
    assertThat(second.getSecondsSinceSnapshot()).isEqualTo(50);
  }

  @Test
  void send_snapshotAtTheEdge_countsForTheWindowItEnds() {
    driver.send(live(0, 1, 1000, 0), live(60, 1, 1010, 0), chat("c", "ann", 30));
    driver.send(chat("d", "ann", 400));

    assertThat(minute(0).getViewersGained()).as("after the start, up to the end").isEqualTo(10);
    assertThat(minute(60).getViewersGained()).isNull();
  }

  @Test
  void send_onlineSamples_timeWeightedAndCut() {
    driver.send(
        live(30, 100, 1, 0), live(90, 200, 1, 0), live(150, 300, 1, 0), chat("c", "ann", 600));
    RoomMinute first = minute(0);
    RoomMinute second = minute(60);

    assertThat(first.getOnlineAvg()).isCloseTo(125, within(1e-9));
    assertThat(first.getOnlineCoverage()).isEqualTo(0.5);
    assertThat(first.getOnlineTrend()).isEqualTo(OnlineTrend.UNKNOWN);
    assertThat(second.getOnlineAvg()).isCloseTo(200, within(1e-9));
    assertThat(second.getOnlineCoverage()).isEqualTo(1.0);
    assertThat(second.getOnlineLast()).isEqualTo(200);
    assertThat(minute(120).getOnlineSlope()).isCloseTo(100, within(1e-9));
    assertThat(minute(120).getOnlineTrend()).isEqualTo(OnlineTrend.RISING);
  }

  @Test
  void send_endedSnapshot_overwritesNothingAndMakesNoMinute() {
    driver.send(
        live(10, 100, 1000, 10),
        snapshot(RoomState.ENDED, 20).setOnlineCount(0L).setTotalViewers(5000L).build(),
        snapshot(RoomState.ENDED, 100).setOnlineCount(0L).setTotalViewers(5000L).build(),
        chat("c", "ann", 600));

    assertThat(driver.outputs()).hasSize(1);
    assertThat(minute(0).getOnlineLast()).isEqualTo(100);
    assertThat(minute(0).getViewersGained()).isZero();
  }

  @Test
  void send_combo_countedOnceWhateverTheOrder() {
    driver.send(
        tick("t9", "ann", 12, 9, false),
        tick("t1", "ann", 10, 1, false),
        tick("t4", "ann", 11, 4, false),
        tick("end", "ann", 13, 9, true),
        chat("c", "ann", 600));
    RoomMinute minute = minute(0);

    assertThat(minute.getGiftCount()).isEqualTo(9);
    assertThat(minute.getGiftValue()).isEqualTo(18);
    assertThat(minute.getGiftUsers()).isEqualTo(1);
    assertThat(minute.getGiftValueIsPartial()).isEmpty();
  }

  @Test
  void send_comboOverTheEdge_eachWindowItsPart() {
    driver.send(tick("a", "ann", 59, 4, false), tick("b", "ann", 61, 9, true), chat("c", "x", 600));

    assertThat(minute(0).getGiftCount()).isEqualTo(4);
    assertThat(minute(60).getGiftCount()).isEqualTo(5);
  }

  @Test
  void send_giftsWithoutPrice_countAndAreNamed() {
    driver.send(
        message(ChatKind.GIFT, "1", "ann", 1).setGiftName("rose").setGiftCount(3L).build(),
        message(ChatKind.GIFT, "2", "ann", 2).setGiftId("77").build(),
        message(ChatKind.GIFT, "3", "bob", 3).setGiftName("free").setGiftUnitDiamonds(0L).build(),
        chat("c", "x", 600));
    RoomMinute minute = minute(0);

    assertThat(minute.getGiftCount()).isEqualTo(5);
    assertThat(minute.getGiftValue()).isZero();
    assertThat(minute.getGiftValueIsPartial()).containsExactly("77", "rose");
  }

  @Test
  void send_droppedAndAnonymousIds_areNotCounted() {
    driver.send(
        message(ChatKind.CHAT, "1", null, 1).build(),
        message(ChatKind.ENTER, "2", "111111", 2).setIsAnonymous(true).build(),
        chat("c", "x", 600));
    RoomMinute minute = minute(0);

    assertThat(minute.getChatUsers()).as("ids are dropped").isNull();
    assertThat(minute.getEnterUsers()).as("anonymous ids never count").isZero();
    assertThat(minute.getIsAnonymous()).isTrue();
  }

  @Test
  void send_likes_totalsBeforeMessages() {
    driver.send(
        message(ChatKind.LIKE, "1", "ann", 1).setLikeCount(3L).build(),
        message(ChatKind.LIKE, "2", "ann", 2).setLikeCount(4L).build(),
        message(ChatKind.LIKE, "3", "ann", 61).setLikeCount(1L).setLikeTotal(100L).build(),
        message(ChatKind.LIKE, "4", "ann", 62).setLikeCount(1L).setLikeTotal(130L).build(),
        chat("c", "x", 600));

    assertThat(minute(0).getLikeCount()).isEqualTo(7);
    assertThat(minute(60).getLikeCount()).isEqualTo(30);
    assertThat(minute(60).getLikesSeen()).isEqualTo(2);
  }

  @Test
  void send_promotionLists_lastOfTheWindow() {
    driver.send(
        shelf(10, "p1", promotion("p1", 0, 100), promotion("p2", 0, 100)),
        shelf(5, "p0", promotion("p0", 0, 100)),
        chat("c", "x", 600));

    assertThat(minute(0).getPromotionCount()).isEqualTo(2);
    assertThat(minute(0).getExplainingPromotionId()).isEqualTo("p1");
  }

  @Test
  void records_published_carryTimeAndHeaders() {
    driver.send(chat("1", "ann", 61)).pass(Duration.ofSeconds(1));
    TestRecord<String, RoomMinute> record = driver.records().get(0);

    assertThat(record.key()).isEqualTo(ROOM);
    assertThat(record.timestamp()).isEqualTo(at(60).toEpochMilli());
    assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
        .isEqualTo(ROOM + ":" + at(60).toEpochMilli() + ":1");
  }

  private RoomMinute minute(int start) {
    return last(
        driver.outputs().stream()
            .filter(minute -> minute.getWindowStart().equals(at(start)) && minute.getIsFinal())
            .toList());
  }

  private static RoomMinute last(List<RoomMinute> minutes) {
    return minutes.get(minutes.size() - 1);
  }
}
