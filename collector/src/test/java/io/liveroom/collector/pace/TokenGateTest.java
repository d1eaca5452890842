package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenGateTest {

  private final ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));
  private final TokenGate gate = new TokenGate(clock);

  @Test
  void admits_refusedToken_onceAMinuteAndANewOneAtOnce() {
    refuse("old");
    assertThat(gate.admits("old")).isFalse();
    clock.advance(Duration.ofSeconds(61));
    assertThat(gate.isBarred("old")).isFalse();
    assertThat(gate.admits("old")).isTrue();
    assertThat(gate.admits("old")).isFalse();
    assertThat(gate.admits("new")).isTrue();
    assertThat(gate.admits("new")).isTrue();
    gate.accepted();
    assertThat(gate.isRefused()).isFalse();
  }

  @Test
  void admits_anHourOfRefusals_isAskedWithOnceAMinute() {
    int asked = 0;
    for (int tenth = 0; tenth < 36_000; tenth++) {
      if (gate.admits("old")) {
        asked++;
        gate.refused(clock.instant());
      }
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(asked).isEqualTo(60);
  }

  @Test
  void refused_answerToAFormerToken_doesNotBarTheNewOne() {
    Instant asked = clock.instant();
    gate.admits("old");
    clock.advance(Duration.ofSeconds(1));
    gate.admits("new");
    gate.refused(asked);
    assertThat(gate.isBarred("new")).isFalse();
  }

  private void refuse(String token) {
    gate.admits(token);
    gate.refused(clock.instant());
  }
}
