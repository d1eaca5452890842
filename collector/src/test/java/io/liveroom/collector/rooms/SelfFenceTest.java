package io.liveroom.collector.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfFenceTest {

  private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minusSeconds(3600);
  private static final Duration AFTER = Duration.ofSeconds(60);

  private final SelfFence fence = new SelfFence(AFTER);

  @Test
  void isUseless_nothingForLongWhileAnotherGetsSomething_isSo() {
    assertThat(fence.isUseless(NOW, LONG_AGO, NOW.minusSeconds(61), List.of(mark(1)))).isTrue();
  }

  @Test
  void isUseless_nothingSinceItJoined_isSoAfterTheSameTime() {
    assertThat(fence.isUseless(NOW, NOW.minusSeconds(61), Instant.EPOCH, List.of(mark(1))))
        .isTrue();
    assertThat(fence.isUseless(NOW, NOW.minusSeconds(59), Instant.EPOCH, List.of(mark(1))))
        .isFalse();
  }

  @Test
  void isUseless_somethingCameLately_isNot() {
    assertThat(fence.isUseless(NOW, LONG_AGO, NOW.minusSeconds(59), List.of(mark(1)))).isFalse();
  }

  @Test
  void isUseless_nobodyGetsAnything_isNot() {
    assertThat(fence.isUseless(NOW, LONG_AGO, LONG_AGO, List.of(mark(60), mark(90)))).isFalse();
    assertThat(fence.isUseless(NOW, LONG_AGO, LONG_AGO, List.of())).isFalse();
  }

  @Test
  void isUseless_withoutRooms_isNot() {
    assertThat(fence.isUseless(NOW, Instant.EPOCH, LONG_AGO, List.of(mark(1)))).isFalse();
  }

  /** Of a worker that last got something so many seconds ago. */
  private static PartitionMark mark(int seconds) {
    return new PartitionMark("other", NOW, NOW.minusSeconds(seconds), 1, 1, 1, true);
  }
}
