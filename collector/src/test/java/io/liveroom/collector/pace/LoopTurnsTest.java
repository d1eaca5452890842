package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoopTurnsTest {

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final LoopTurns turns = new LoopTurns(clock);

  @Test
  void standstill_oneLoopTurnsAndOneDoesNot_tellsThemApart() {
    turns.turned("good");
    turns.turned("stuck");
    clock.advance(Duration.ofSeconds(20));
    turns.turned("good");
    assertThat(turns.standstill())
        .containsEntry("good", Duration.ZERO)
        .containsEntry("stuck", Duration.ofSeconds(20));
  }
}
