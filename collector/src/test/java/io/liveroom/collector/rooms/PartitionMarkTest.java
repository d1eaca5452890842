package io.liveroom.collector.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartitionMarkTest {

  private static final Instant UNTIL = Instant.ofEpochMilli(1_717_243_200_123L);

  @Test
  void parse_whatWasWritten_isTheSame() {
    PartitionMark mark =
        new PartitionMark("worker-1.eu", UNTIL, UNTIL.minusSeconds(1), 83, 40, 90, true);
    assertThat(PartitionMark.parse(mark.text())).contains(mark);
  }

  @Test
  void parse_fieldOfALaterWorker_isLeftOut() {
    assertThat(PartitionMark.parse("v1;worker=w;until=5;colour=red;rooms=2"))
        .contains(new PartitionMark("w", Instant.ofEpochMilli(5), Instant.EPOCH, 2, 0, 0, false));
  }

  @Test
  void parse_somebodyElsesMetadata_isEmpty() {
    assertThat(PartitionMark.parse("")).isEmpty();
    assertThat(PartitionMark.parse("v2;worker=w")).isEmpty();
    assertThat(PartitionMark.parse("v1;worker=w;until=soon")).isEmpty();
  }
}
