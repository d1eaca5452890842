package io.liveroom.cli.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liveroom.collector.rooms.PartitionMark;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerLoadTest {

  private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");

  @Test
  void of_marksOfTwoWorkers_addsUpAndCompares() {
    List<WorkerLoad> loads =
        WorkerLoad.of(List.of(mark("a", 0, 20), mark("b", 5, 10), mark("a", 9, 10)));
    assertThat(loads).extracting(WorkerLoad::worker).containsExactly("a", "b");
    WorkerLoad first = loads.get(0);
    assertThat(first.partitions()).isEqualTo(2);
    assertThat(first.weight()).isEqualTo(30);
    assertThat(first.share()).isEqualTo(0.75, within(1e-9));
    assertThat(first.skew()).isEqualTo(0.5, within(1e-9));
    assertThat(first.seenAt()).isEqualTo(AT.plusSeconds(9));
    assertThat(loads.get(1).isSilent(AT.plusSeconds(20))).isFalse();
    assertThat(loads.get(1).isSilent(AT.plusSeconds(21))).isTrue();
  }

  @Test
  void of_noWeight_isNoShareAndNoSkew() {
    WorkerLoad only = WorkerLoad.of(List.of(mark("a", 0, 0))).get(0);
    assertThat(only.share()).isZero();
    assertThat(only.skew()).isZero();
  }

  private static PartitionMark mark(String worker, int seconds, long weight) {
    return new PartitionMark(worker, AT.plusSeconds(seconds), AT, (int) weight, 1, weight, true);
  }
}
