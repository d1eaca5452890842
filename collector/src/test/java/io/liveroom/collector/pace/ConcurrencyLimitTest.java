package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

  private static final Duration QUICK = Duration.ofMillis(40);

  private final ConcurrencyLimit limit = new ConcurrencyLimit(32);
  private Instant now = Instant.parse("2024-06-01T12:00:00Z");

  @Test
  void end_quickAnswers_staysAtItsCeiling() {
    answer(100, QUICK, RequestBudget.Ending.ANSWERED);
    assertThat(limit.limit()).isEqualTo(32);
  }

  @Test
  void end_platformFails_fallsToOneAndRisesAgain() {
    answer(100, QUICK, RequestBudget.Ending.OVERLOADED);
    assertThat(limit.limit()).isEqualTo(1);
    answer(1000, QUICK, RequestBudget.Ending.ANSWERED);
    assertThat(limit.limit()).isEqualTo(32);
  }

  @Test
  void end_platformSlow_falls() {
    answer(10, QUICK, RequestBudget.Ending.ANSWERED);
    answer(5, Duration.ofSeconds(3), RequestBudget.Ending.ANSWERED);
    assertThat(limit.limit()).isLessThan(16);
  }

  @Test
  void end_platformAlwaysFarAway_isNotSlow() {
    answer(200, Duration.ofSeconds(3), RequestBudget.Ending.ANSWERED);
    assertThat(limit.limit()).isEqualTo(32);
  }

  @Test
  void end_manyFailuresAtOnce_areOneCut() {
    for (int request = 0; request < 32; request++) {
      limit.begin();
    }
    for (int request = 0; request < 32; request++) {
      limit.end(now, QUICK, RequestBudget.Ending.OVERLOADED);
    }
    assertThat(limit.limit()).isEqualTo(22);
  }

  /** Answers as fast as the limit lets requests go, a second and a bit apart. */
  private void answer(int times, Duration took, RequestBudget.Ending ending) {
    for (int round = 0; round < times; round++) {
      int width = limit.limit();
      for (int request = 0; request < width; request++) {
        limit.begin();
      }
      now = now.plusSeconds(1).plus(took);
      for (int request = 0; request < width; request++) {
        limit.end(now, took, ending);
      }
    }
  }
}
