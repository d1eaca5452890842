package io.liveroom.collector.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.observed.GapCause;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GapTrackerTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final Duration LEAST = Duration.ofSeconds(3);

  private final GapTracker tracker = new GapTracker(START);

  @Test
  void seen_withoutLoss_isNoGap() {
    assertThat(tracker.seen(START.plusSeconds(60), LEAST)).isEmpty();
  }

  @Test
  void seen_afterLoss_isOneGapFromTheLastSightingWithItsFirstCause() {
    Instant last = START.plusSeconds(10);
    Instant back = last.plusSeconds(5);
    assertThat(tracker.seen(last, LEAST)).isEmpty();
    tracker.lost(GapCause.SILENT_SOCKET);
    tracker.lost(GapCause.SOCKET_DOWN);
    assertThat(tracker.seen(back, LEAST))
        .contains(new GapTracker.Gap(last, back, GapCause.SILENT_SOCKET, 2));
    assertThat(tracker.seen(back.plusSeconds(60), LEAST)).isEmpty();
  }

  @Test
  void seen_shorterThanWhatComesAgain_isNoGap() {
    tracker.lost(GapCause.PLATFORM_ERROR);
    assertThat(tracker.seen(START.plusSeconds(2), LEAST)).isEmpty();
  }
}
