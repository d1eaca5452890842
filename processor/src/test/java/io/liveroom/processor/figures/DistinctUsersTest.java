package io.liveroom.processor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistinctUsersTest {

  @Property(tries = 50)
  void count_upToTheLimit_isExact(@ForAll @IntRange(max = 500) int members) {
    DistinctUsers users = filled(500, members, 0);

    assertThat(users.count()).isEqualTo(members);
    assertThat(users.isEstimate()).isFalse();
  }

  @Test
  void count_aboveTheLimit_isWithinTwoPercentNinetyFiveTimesInAHundred() {
    int within = 0;
    for (int run = 0; run < 100; run++) {
      DistinctUsers users = filled(500, 20_000, run);
      assertThat(users.isEstimate()).isTrue();
      long count = Objects.requireNonNull(users.count());
      within += Math.abs(count - 20_000) <= 400 ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(95);
  }

  @Test
  void read_written_countsOn() {
    for (int limit : new int[] {10, 1000}) {
      StateWriter out = new StateWriter();
      filled(limit, 100, 0).write(out);
      DistinctUsers read = DistinctUsers.read(new StateReader(out.toBytes()), limit);
      for (int user = 0; user < 200; user++) {
        read.add("0-" + user, false);
      }
      assertThat(read.count()).isEqualTo(filled(limit, 200, 0).count());
    }
  }

  private static DistinctUsers filled(int limit, int members, int run) {
    DistinctUsers users = new DistinctUsers(limit);
    for (int user = 0; user < members; user++) {
      users.add(run + "-" + user, false);
      users.add(run + "-" + user / 2, false);
    }
    return users;
  }
}
