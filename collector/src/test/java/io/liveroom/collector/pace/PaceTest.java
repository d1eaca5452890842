package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));

  @Property
  void delay_anyAttempt_isWithinItsCeiling(
      @ForAll @IntRange(min = 1, max = 1_000_000) int attempt,
      @ForAll @DoubleRange(max = 0.99) double random) {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    assertThat(backoff.delay(attempt, random)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void reserve_burstThenQueue_spreadsOverTime() {
    RequestBudget budget = new RequestBudget(10, clock);
    for (int request = 0; request < 10; request++) {
      assertThat(budget.reserve()).contains(Duration.ZERO);
    }
    assertThat(budget.reserve()).contains(Duration.ofMillis(100));
    clock.advance(Duration.ofSeconds(5));
    assertThat(budget.reserve()).contains(Duration.ZERO);
  }

  @Test
  void reserve_queueTooLong_isRefused() {
    RequestBudget budget = new RequestBudget(1, clock);
    for (int request = 0; request < 31; request++) {
      assertThat(budget.reserve()).isPresent();
    }
    assertThat(budget.reserve()).isEmpty();
  }

  @Test
  void admits_refusedToken_onceAMinuteAndANewOneAtOnce() {
    TokenGate gate = new TokenGate(clock);
    gate.refused("old");
    assertThat(gate.admits("old")).isFalse();
    assertThat(gate.admits("new")).isTrue();
    clock.advance(Duration.ofSeconds(61));
    assertThat(gate.admits("old")).isTrue();
    assertThat(gate.admits("old")).isFalse();
    gate.accepted();
    assertThat(gate.isRefused()).isFalse();
  }
}
