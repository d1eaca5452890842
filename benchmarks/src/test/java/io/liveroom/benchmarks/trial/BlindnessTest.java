package io.liveroom.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.benchmarks.stage.PlatformPages.Room;
import io.liveroom.benchmarks.stage.PlatformPages.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindnessTest {

  private static final Instant FROM = Instant.ofEpochMilli(10_000);
  private static final Instant TO = Instant.ofEpochMilli(30_000);

  @Test
  void seconds_socketReplaced_isTheTimeBetween() {
    assertThat(of(new Span(1_000, 12_000), new Span(14_500, 0)).seconds(1)).isEqualTo(2.5);
  }

  @Test
  void seconds_socketsOverlap_isNothing() {
    assertThat(of(new Span(1_000, 15_000), new Span(14_500, 0)).rooms()).isEmpty();
  }

  @Test
  void seconds_neverBack_lastsUntilTheEnd() {
    assertThat(of(new Span(1_000, 12_000)).seconds(0.99)).isEqualTo(18);
  }

  private static Blindness of(Span... sockets) {
    return new Blindness(List.of(new Room("1", List.of(sockets))), FROM, TO);
  }
}
