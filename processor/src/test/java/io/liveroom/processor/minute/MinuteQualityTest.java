package io.liveroom.processor.minute;

import static io.liveroom.processor.Facts.at;
import static io.liveroom.processor.Facts.chat;
import static io.liveroom.processor.Facts.gap;
import static io.liveroom.processor.Facts.letter;
import static io.liveroom.processor.Facts.live;
import static io.liveroom.processor.Facts.message;
import static io.liveroom.processor.Facts.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liveroom.common.RoomState;
import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.GapCause;
import io.liveroom.processor.Driver;
import io.liveroom.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a minute says of its own worth: what was not seen, not read, seen twice. */
class MinuteQualityTest {

  private final Driver<RoomMinute> driver;

  MinuteQualityTest(@TempDir Path dir) {
    driver = Driver.minute(ProcessorSettings.defaults(dir), dir);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void send_gapOverTheEdge_eachWindowItsSeconds() {
    driver.send(
        chat("1", "ann", 10),
        chat("2", "ann", 70),
        gap(GapCause.SOCKET_DOWN, 45, 65),
        chat("c", "ann", 400));

    assertThat(minute(0).getGapSeconds()).isEqualTo(15);
    assertThat(minute(0).getReconnects()).as("connected in the next").isZero();
    assertThat(minute(60).getGapSeconds()).isEqualTo(5);
    assertThat(minute(60).getReconnects()).isEqualTo(1);
    assertThat(minute(60).getUndecodablePayloads()).isZero();
  }

  @Test
  void send_gapsOfTwoWorkersOverlap_eachSecondOnce() {
    driver.send(
        chat("1", "ann", 10),
        gap(GapCause.WORKER_DOWN, 20, 40),
        gap(GapCause.SOCKET_DOWN, 30, 45),
        gap(GapCause.THROTTLED, 22, 25),
        gap(GapCause.SILENT_SOCKET, 50, 52),
        chat("c", "ann", 400));

    assertThat(minute(0).getGapSeconds()).isEqualTo(27);
    assertThat(minute(0).getReconnects()).as("who was throttled had no socket").isEqualTo(3);
  }

  @Test
  void send_gapToldLate_revisesTheFinalAndNothingElse() {
    driver.send(chat("1", "ann", 10), chat("2", "ann", 70), chat("3", "ann", 250));
    assertThat(minute(0).getGapSeconds()).isZero();

    driver.send(gap(GapCause.SOCKET_DOWN, 20, 230)).pass(Duration.ofSeconds(1));

    assertThat(minute(0).getGapSeconds()).isEqualTo(40);
    assertThat(minute(0).getRevision()).isEqualTo(2);
    assertThat(minute(0).getChatCount()).isEqualTo(1);
    assertThat(minute(0).getLateEvents()).as("a gap is no event").isZero();
    assertThat(minute(60).getGapSeconds()).isEqualTo(60);
    int published = driver.outputs().size();
    assertThat(driver.pass(Duration.ofSeconds(5)).outputs()).as("told once").hasSize(published);
  }

  @Test
  void send_windowsWithinTheGap_areToldWhenTheRoomIsSeenAgain() {
    driver.send(
        live(10, 100, 1000, 10),
        gap(GapCause.WORKER_DOWN, 30, 250),
        live(250, 80, 1100, 11),
        chat("c", "ann", 600));

    assertThat(driver.outputs())
        .extracting(RoomMinute::getWindowStart, RoomMinute::getIsFinal, RoomMinute::getGapSeconds)
        .containsExactly(
            tuple(at(0), true, 30L),
            tuple(at(60), true, 60L),
            tuple(at(120), true, 60L),
            tuple(at(180), true, 60L),
            tuple(at(240), true, 10L));
    assertThat(minute(120).getOnlineCoverage()).isZero();
    assertThat(minute(120).getOnlineLast()).isNull();
    assertThat(minute(120).getViewersGained()).isNull();
    assertThat(minute(120).getSecondsSinceSnapshot()).isEqualTo(170);
    assertThat(minute(240).getViewersGained()).isEqualTo(100);
  }

  @Test
  void send_silentRoomWithoutGap_emptyWindowsBetweenAreTold() {
    driver.send(chat("1", "ann", 10), chat("2", "ann", 130), chat("3", "ann", 400));

    assertThat(minute(60).getChatCount()).isZero();
    assertThat(minute(60).getGapSeconds()).isZero();
    assertThat(minute(60).getSecondsSinceMessage()).isEqualTo(110);
    assertThat(driver.outputs()).as("after the last nothing is known yet").hasSize(3);
  }

  @Test
  void send_afterTheEnd_nothingIsMissed() {
    driver.send(
        live(10, 100, 1000, 10),
        snapshot(RoomState.ENDED, 45).setFinishTime(at(40)).build(),
        gap(GapCause.SOCKET_DOWN, 38, 46),
        letter("x", 47).build(),
        letter("y", 100).build(),
        chat("c", "ann", 400));

    assertThat(minute(0).getGapSeconds()).isEqualTo(2);
    assertThat(minute(0).getReconnects()).isZero();
    assertThat(driver.outputs()).hasSize(1);
  }

  @Test
  void send_deadLetters_countedInTheMinuteTheyCame() {
    driver.send(
        chat("1", "ann", 10),
        letter("x", 20).build(),
        letter("x", 30).build(),
        letter("y", 65).build(),
        letter("z", 66).setStage("publish").build(),
        chat("c", "ann", 400));

    assertThat(minute(0).getUndecodablePayloads()).as("the same twice is one").isEqualTo(1);
    assertThat(minute(60).getUndecodablePayloads()).as("nothing else came").isEqualTo(2);
    assertThat(minute(60).getChatCount()).isZero();
  }

  @Test
  void send_deadLettersOfNoRoomOrOurOwn_countNowhereAndMoveNoTime() {
    driver.send(
        chat("1", "ann", 10),
        letter("x", 9000).setRoomId(null).setEndpoint("feed").build(),
        letter("y", 9000).setStage("process").build());
    driver.pass(Duration.ofSeconds(1));

    assertThat(driver.outputs()).singleElement().matches(minute -> !minute.getIsFinal());
    assertThat(driver.outputs().get(0).getUndecodablePayloads()).isZero();
  }

  @Test
  void send_deadLettersOfARoomNeverSeen_makeNoMinute() {
    driver.send(letter("x", 10).build(), gap(GapCause.THROTTLED, 0, 30), letter("y", 400).build());

    assertThat(driver.pass(Duration.ofSeconds(1)).outputs()).isEmpty();
  }

  @Test
  void send_messagesOfUnknownType_counted() {
    driver.send(
        message(ChatKind.UNKNOWN, "1", null, 1).build(),
        message(ChatKind.UNKNOWN, "2", null, 2).build(),
        chat("c", "ann", 400));

    assertThat(minute(0).getUnknownMessages()).isEqualTo(2);
    assertThat(minute(0).getSecondsSinceMessage()).isEqualTo(58);
    assertThat(minute(0).getSecondsSinceBusinessMessage()).isNull();
  }

  private RoomMinute minute(int start) {
    List<RoomMinute> finals =
        driver.outputs().stream()
            .filter(minute -> minute.getWindowStart().equals(at(start)) && minute.getIsFinal())
            .toList();
    return finals.get(finals.size() - 1);
  }
}
