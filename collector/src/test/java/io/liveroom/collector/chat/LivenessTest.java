package io.liveroom.collector.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.Transport;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LivenessTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final CloseReason CLOSED = new CloseReason.Closed();

  private final Liveness liveness =
      new Liveness(
          new Chat(Transport.AUTO, TEN, Duration.ofSeconds(60), Duration.ofSeconds(300), TEN, 100),
          START);

  @Test
  void verdict_nothingCame_isHalfOpen() {
    assertThat(liveness.verdict(after(60), true)).isEmpty();
    assertThat(liveness.verdict(after(61), true)).contains(new CloseReason.HalfOpen());
  }

  @Test
  void verdict_pongsOnly_isSilentWherePeopleAreAndWellWhereNobodyIs() {
    liveness.message(after(5));
    for (int second = 10; second <= 310; second += 10) {
      liveness.pong(liveness.nextPing(), after(second));
    }
    assertThat(liveness.verdict(after(311), true)).contains(new CloseReason.Silent(after(5)));
    assertThat(liveness.verdict(after(311), false)).isEmpty();
  }

  @Test
  void isQuiet_framesCome_needsNoPing() {
    liveness.frame(after(19));
    assertThat(liveness.isQuiet(after(20))).isFalse();
    assertThat(liveness.isQuiet(after(40))).isTrue();
  }

  @Test
  void ended_whileHeld_wasCutAtSomeTimeSinceThen() {
    liveness.hold(after(10));
    assertThat(liveness.verdict(after(1000), true)).isEmpty();
    assertThat(liveness.isQuiet(after(1000))).isFalse();
    assertThat(liveness.ended(CLOSED)).isEqualTo(new CloseReason.CutWhileHeld(after(10)));
  }

  @Test
  void ended_afterItWasHeld_isDoubtfulUntilAPingOfAfterwardsIsAnswered() {
    int before = liveness.nextPing();
    liveness.hold(after(10));
    liveness.release(after(100));
    int afterwards = liveness.nextPing();
    liveness.frame(after(101)); // may have come long ago
    liveness.pong(before, after(101));
    assertThat(liveness.ended(CLOSED)).isEqualTo(new CloseReason.CutWhileHeld(after(10)));
    assertThat(liveness.isQuiet(after(102))).isTrue();
    liveness.pong(afterwards, after(102));
    assertThat(liveness.ended(CLOSED)).isEqualTo(CLOSED);
  }

  @Test
  void verdict_goneWhileHeld_isCutWhileHeld() {
    liveness.hold(after(10));
    liveness.release(after(100));
    assertThat(liveness.verdict(after(161), true))
        .contains(new CloseReason.CutWhileHeld(after(10)));
  }

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }
}
