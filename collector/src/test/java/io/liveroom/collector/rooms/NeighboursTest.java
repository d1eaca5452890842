package io.liveroom.collector.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void unheld_marksFreshOldAndMissing_countsWhatNobodySees() {
    List<PartitionMark> marks =
        List.of(
            mark(Duration.ofSeconds(-1)), // an owner's
            mark(Duration.ofMinutes(1)), // handed over, watched on meanwhile
            mark(Duration.ofMinutes(-5))); // of a worker that died
    assertThat(Neighbours.unheld(marks, NOW, 3)).isEqualTo(1);
    assertThat(Neighbours.unheld(marks, NOW, 12)).isEqualTo(10);
  }

  @Test
  void unheld_partitionsNotKnownYet_none() {
    assertThat(Neighbours.unheld(List.of(mark(Duration.ZERO)), NOW, 0)).isZero();
  }

  private static PartitionMark mark(Duration ahead) {
    return new PartitionMark("worker-1", NOW.plus(ahead), NOW, 1, 1, 1, true);
  }
}
