package io.liveroom.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.platform.FailureCategory;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PollScheduleTest {

  private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");

  @Property
  void slotAfter_anyMoment_isLaterByAtMostTheInterval(
      @ForAll @IntRange(min = 1, max = 3_600_000) int interval,
      @ForAll @LongRange(max = 4_000_000_000_000L) long moment,
      @ForAll String name) {
    PollSchedule schedule = PollSchedule.spread(Duration.ofMillis(interval), name);
    Duration wait =
        Duration.between(
            Instant.ofEpochMilli(moment), schedule.slotAfter(Instant.ofEpochMilli(moment)));
    assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofMillis(interval));
  }

  @Property
  void next_anyOutcome_neverAsksBeforeThePlatformAllows(
      @ForAll @IntRange(min = 1, max = 60_000) int interval,
      @ForAll @IntRange(max = 600_000) int gap) {
    PollSchedule schedule = PollSchedule.spread(Duration.ofMillis(interval), "room");
    Duration wait = Duration.ofMillis(gap);
    Instant asked = NOW.minusMillis(50);
    assertThat(schedule.next(asked, NOW, new PollOutcome.Observed(wait)))
        .isAfterOrEqualTo(asked.plus(wait))
        .isAfter(NOW);
    assertThat(schedule.next(asked, NOW, new PollOutcome.Throttled(wait)))
        .isAfterOrEqualTo(NOW.plus(wait));
  }

  @Property
  void next_failure_isTheNextSlot(@ForAll @IntRange(min = 1, max = 60_000) int interval) {
    PollSchedule schedule = PollSchedule.spread(Duration.ofMillis(interval), "room");
    PollOutcome failed = new PollOutcome.Failed(FailureCategory.TIMEOUT);
    assertThat(schedule.next(NOW, NOW, failed)).isEqualTo(schedule.slotAfter(NOW));
  }
}
