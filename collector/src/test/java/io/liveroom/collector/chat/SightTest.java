package io.liveroom.collector.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.observed.GapCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every stretch that was not seen is one gap, with its cause. */
class SightTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");

  private final List<GapTracker.Gap> gaps = new ArrayList<>();
  private final Sight sight = new Sight(START, (gap, at) -> gaps.add(gap));

  @Test
  void frame_firstSocketAtOnce_isNoGap() {
    sight.begin(START);
    sight.lost(GapCause.THROTTLED);
    sight.frame(START.plusMillis(900));
    assertThat(gaps).isEmpty();
    assertThat(sight.isProven()).isTrue();
  }

  @Test
  void frame_firstSocketAfterALongWait_isAGapSinceItWasWanted() {
    sight.begin(START);
    sight.lost(GapCause.TOKEN_REFUSED);
    sight.frame(at(30));
    assertGap(0, 30, GapCause.TOKEN_REFUSED);
  }

  @Test
  void frame_takenOver_isAGapSinceTheOtherWorkerSawIt() {
    sight.takeOver(START.minusSeconds(4));
    sight.begin(START);
    sight.lost(GapCause.THROTTLED);
    sight.frame(at(1));
    assertGap(-4, 1, GapCause.WORKER_DOWN);
  }

  @Test
  void lost_silent_beganAtTheLastMessageAndEndsWithOne() {
    sight.begin(START);
    sight.message(at(1));
    sight.frame(at(1));
    sight.frame(at(300)); // an answer to a ping
    sight.lost(new CloseReason.Silent(at(1)));
    sight.frame(at(302));
    assertThat(gaps).isEmpty();
    sight.frame(at(310));
    sight.message(at(310));
    assertGap(1, 310, GapCause.SILENT_SOCKET);
  }

  @Test
  void lost_cutWhileHeld_beganWhenReadingStopped() {
    sight.begin(START);
    sight.frame(at(600)); // had come before the cut, was read after it
    sight.lost(new CloseReason.CutWhileHeld(at(20)));
    sight.frame(at(605));
    assertGap(20, 605, GapCause.KAFKA_DOWN);
  }

  @Test
  void lost_causesOfConnections_areTheirGaps() {
    assertThat(new CloseReason.Closed().cause()).isEqualTo(GapCause.SOCKET_DOWN);
    assertThat(new CloseReason.HalfOpen().cause()).isEqualTo(GapCause.SOCKET_DOWN);
    assertThat(new CloseReason.Unreachable().cause()).isEqualTo(GapCause.SOCKET_DOWN);
    assertThat(new CloseReason.NotUpgraded(401).cause()).isEqualTo(GapCause.TOKEN_REFUSED);
    assertThat(new CloseReason.NotUpgraded(429).cause()).isEqualTo(GapCause.THROTTLED);
    assertThat(new CloseReason.NotUpgraded(503).cause()).isEqualTo(GapCause.PLATFORM_ERROR);
  }

  @Test
  void end_whileNothingIsSeen_isAGapUpToThen() {
    sight.begin(START);
    sight.frame(at(5));
    sight.lost(new CloseReason.Closed());
    sight.end(at(9));
    assertGap(5, 9, GapCause.SOCKET_DOWN);
  }

  @Test
  void answered_missedFewerPollsThanAnAnswerReachesBack_isNoGap() {
    sight.begin(START);
    sight.answered(at(1), Duration.ofSeconds(3));
    sight.lost(GapCause.PLATFORM_ERROR);
    sight.answered(at(3), Duration.ofSeconds(3));
    assertThat(gaps).isEmpty();
    sight.lost(GapCause.PLATFORM_ERROR);
    sight.answered(at(7), Duration.ofSeconds(3));
    assertGap(3, 7, GapCause.PLATFORM_ERROR);
  }

  private void assertGap(int from, int to, GapCause cause) {
    assertThat(gaps).hasSize(1);
    GapTracker.Gap gap = gaps.get(0);
    assertThat(gap.from()).isEqualTo(at(from));
    assertThat(gap.to()).isEqualTo(at(to));
    assertThat(gap.cause()).isEqualTo(cause);
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
