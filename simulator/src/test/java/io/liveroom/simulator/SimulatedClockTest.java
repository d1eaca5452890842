package io.liveroom.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SimulatedClockTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> wall = new AtomicReference<>(START.plusSeconds(100));

  @Test
  void instant_speedTen_runsTenTimesAsFast() {
    SimulatedClock clock = new SimulatedClock(wall::get, START, 10);
    wall.set(START.plusSeconds(105));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(50));
  }

  @Test
  void instant_caughtUp_staysWithTheWallClock() {
    SimulatedClock clock = new SimulatedClock(wall::get, START, 10);
    wall.set(START.plusSeconds(200));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(200));
  }

  @Test
  void constructor_startInTheFuture_isRefused() {
    assertThatThrownBy(() -> new SimulatedClock(wall::get, START.plusSeconds(101), 1))
        .hasMessageContaining("start");
  }
}
