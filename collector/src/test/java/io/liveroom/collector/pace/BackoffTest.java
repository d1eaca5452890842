package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

  @Property
  void delay_anyAttempt_isWithinItsCeiling(
      @ForAll @IntRange(min = 1, max = 1_000_000) int attempt,
      @ForAll @DoubleRange(max = 0.99) double random) {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    assertThat(backoff.delay(attempt, random)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }
}
