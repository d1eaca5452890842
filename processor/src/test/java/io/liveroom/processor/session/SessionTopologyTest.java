package io.liveroom.processor.session;

import static io.liveroom.processor.Facts.at;
import static io.liveroom.processor.Facts.chat;
import static io.liveroom.processor.Facts.gap;
import static io.liveroom.processor.Facts.letter;
import static io.liveroom.processor.Facts.live;
import static io.liveroom.processor.Facts.message;
import static io.liveroom.processor.Facts.promotion;
import static io.liveroom.processor.Facts.shelf;
import static io.liveroom.processor.Facts.snapshot;
import static io.liveroom.processor.Facts.status;
import static io.liveroom.processor.Facts.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liveroom.common.RoomState;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.GapCause;
import io.liveroom.processor.Driver;
import io.liveroom.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTopologyTest {

  private final Driver<RoomSession> driver;

  SessionTopologyTest(@TempDir Path dir) {
    driver = Driver.session(ProcessorSettings.defaults(dir), dir);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void send_roomFirstSeenAfterItsEnd_frozenFieldsOnly() {
    driver.send(
        status(false, 0),
        snapshot(RoomState.ENDED, 1)
            .setOnlineCount(0L)
            .setTotalViewers(200_000L)
            .setFollowCount(3000L)
            .setGiftUvCount(40L)
            .setLikeCount(5000L)
            .setCreateTime(at(-9000))
            .setFinishTime(at(-100))
            .build());
    RoomSession session = next();

    assertThat(session.getState()).isEqualTo(RoomState.ENDED);
    assertThat(session.getTotalViewers()).isEqualTo(200_000);
    assertThat(session.getFollowRate()).isEqualTo(0.015);
    assertThat(session.getGiftUv()).isEqualTo(40);
    assertThat(session.getGiftUvRate()).isEqualTo(0.0002);
    assertThat(session.getLikes()).isEqualTo(5000);
    assertThat(session.getStartedAt()).isEqualTo(at(-9000));
    assertThat(session.getEndedAt()).isEqualTo(at(-100));
    assertThat(session.getLikeCount()).isNull();
    assertThat(session.getViewersGained()).isNull();
    assertThat(session.getPeakOnline()).isNull();
    assertThat(session.getOnlineCoverage()).isNull();
    assertThat(session.getAverageStaySeconds()).isNull();
  }

  @Test
  void send_oneSignOfTheEnd_isNotTheEnd() {
    driver.send(live(0, 10, 100, 1), status(false, 10));
    assertThat(next().getState()).isEqualTo(RoomState.LIVE);

    driver.send(status(false, 20));
    assertThat(next().getState()).isEqualTo(RoomState.ENDED);

    driver.send(status(true, 30));
    assertThat(next().getState()).isEqualTo(RoomState.LIVE);
  }

  @Test
  void pass_endConfirmedAndGraceOver_oneFinal() {
    driver.send(live(0, 10, 100, 1), status(false, 10), status(false, 20));
    assertThat(next().getIsFinal()).isFalse();
    driver.pass(Duration.ofSeconds(118));
    assertThat(driver.outputs()).noneMatch(RoomSession::getIsFinal);

    RoomSession last = last(driver.pass(Duration.ofSeconds(5)));

    assertThat(last.getIsFinal()).isTrue();
    assertThat(last.getEndedAt()).isEqualTo(at(10));
    int published = driver.outputs().size();
    driver.send(status(false, 600), status(false, 700)).pass(Duration.ofSeconds(5));
    assertThat(driver.outputs()).as("being told again is no news").hasSize(published);
  }

  @Test
  void send_staticPlatformRepeatsItself_finalAllTheSame() {
    driver.send(status(false, 10), snapshot(RoomState.ENDED, 20).build());
    for (int second = 0; second < 150; second++) {
      driver.send(status(false, 10), snapshot(RoomState.ENDED, 20).build());
      driver.pass(Duration.ofSeconds(1));
    }

    assertThat(last(driver).getIsFinal()).isTrue();
    assertThat(last(driver).getDuplicates()).isGreaterThan(100);
  }

  @Test
  void send_lateFactAfterTheFinal_revisesIt() {
    driver.send(chat("1", "ann", 0), status(false, 10), status(false, 20), status(false, 200));
    assertThat(last(driver).getIsFinal()).isTrue();

    driver.send(chat("2", "bob", 5));
    RoomSession revised = next();

    assertThat(revised.getIsFinal()).isTrue();
    assertThat(revised.getChatCount()).isEqualTo(2);
    assertThat(revised.getLateEvents()).isEqualTo(1);
  }

  @Test
  void send_liveBroadcast_wholeFigures() {
    driver.send(
        live(0, 100, 1000, 10),
        live(60, 200, 1100, 12),
        live(300, 150, 1300, 20),
        live(360, 50, 1400, 25),
        chat("1", "ann", 30),
        tick("t1", "bob", 31, 3, false),
        tick("t2", "bob", 32, 5, true),
        message(ChatKind.CONTROL, "pause", null, 365).setControlAction(1).build());
    RoomSession session = next();

    assertThat(session.getState()).isEqualTo(RoomState.PAUSED);
    assertThat(session.getPeakOnline()).isEqualTo(200);
    assertThat(session.getPeakOnlineAt()).isEqualTo(at(60));
    assertThat(session.getViewerSeconds()).isEqualTo(60 * 150.0 + 60 * 100.0);
    assertThat(session.getCoveredSeconds()).isEqualTo(120.0);
    assertThat(session.getAverageOnline()).isEqualTo(125.0);
    assertThat(session.getOnlineCoverage()).isCloseTo(120.0 / 360, within(1e-12));
    assertThat(session.getTotalViewers()).isEqualTo(1400);
    assertThat(session.getViewersGained()).isEqualTo(400);
    assertThat(session.getAverageStaySeconds()).isCloseTo(15000.0 / 1400, within(1e-12));
    assertThat(session.getGiftCount()).isEqualTo(5);
    assertThat(session.getGiftValue()).isEqualTo(10);
    assertThat(session.getGiftUvObserved()).isEqualTo(1);
    assertThat(session.getInteractingUsers()).isEqualTo(2);
    assertThat(session.getInteractionRate()).isEqualTo(2.0 / 400);
    assertThat(session.getFirstEventAt()).isEqualTo(at(0));
    assertThat(session.getLastEventAt()).isEqualTo(at(365));
  }

  @Test
  void send_sales_estimatedFromGrowth() {
    driver.send(shelf(0, null, promotion("p", 0, 5000), promotion("q", 0, 100)));
    assertThat(next().getSalesEstimate()).as("hidden").isNull();

    driver.send(
        shelf(10, null, promotion("p", 3, 5000), promotion("q", 0, 100)),
        shelf(20, null, promotion("p", 5, 4000), promotion("r", 7, 100)));
    RoomSession session = next();

    assertThat(session.getPromotionsSeen()).isEqualTo(3);
    assertThat(session.getSalesEstimate()).isEqualTo(5);
    assertThat(session.getGmvEstimateFen()).isEqualTo(3 * 5000 + 2 * 4000);
  }

  @Test
  void send_gapsAndDeadLetters_countedOverTheBroadcast() {
    driver.send(letter("early", 0).build(), gap(GapCause.THROTTLED, 0, 5));
    assertThat(driver.pass(Duration.ofSeconds(1)).outputs()).as("nothing seen yet").isEmpty();
    driver.send(
        chat("1", "ann", 10),
        gap(GapCause.SOCKET_DOWN, 20, 40),
        gap(GapCause.WORKER_DOWN, 30, 45),
        letter("x", 50).build(),
        letter("feed", 50).setRoomId(null).build());
    RoomSession session = next();

    assertThat(session.getGapSeconds()).isEqualTo(30);
    assertThat(session.getReconnects()).isEqualTo(2);
    assertThat(session.getUndecodablePayloads()).isEqualTo(2);
    assertThat(session.getLastEventAt()).as("of what was seen").isEqualTo(at(10));
    assertThat(session.getLateEvents()).isZero();
  }

  @Test
  void send_gapToldAfterTheFinal_revisesItUpToTheEnd() {
    driver.send(chat("1", "ann", 0), status(false, 10), status(false, 200));
    driver.send(snapshot(RoomState.ENDED, 201).setFinishTime(at(10)).build(), status(false, 400));
    assertThat(last(driver).getIsFinal()).isTrue();

    driver.send(gap(GapCause.SOCKET_DOWN, 4, 20));
    RoomSession revised = last(driver.pass(Duration.ofSeconds(1)));

    assertThat(revised.getIsFinal()).isTrue();
    assertThat(revised.getGapSeconds()).as("the room ended at 10").isEqualTo(6);
    assertThat(revised.getReconnects()).isZero();
    assertThat(revised.getLateEvents()).isZero();
  }

  private RoomSession next() {
    return last(driver.pass(Duration.ofSeconds(1)));
  }

  private static RoomSession last(Driver<RoomSession> driver) {
    return driver.outputs().get(driver.outputs().size() - 1);
  }
}
