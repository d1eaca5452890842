package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final int UNBOUNDED = 1_000_000;
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private final VirtualTime time = new VirtualTime(START);
  private final Map<Priority, Integer> granted = new EnumMap<>(Priority.class);
  private int leftOut;

  @Test
  void ask_idle_isGrantedAtOnce() {
    RequestBudget budget = new RequestBudget(10, 1, time, time);
    ask(budget, Priority.INFO, 1);
    assertThat(granted).containsEntry(Priority.INFO, 1);
  }

  @Test
  void ask_moreThanItsRate_isSpreadEvenly() {
    RequestBudget budget = new RequestBudget(100, UNBOUNDED, time, time);
    ask(budget, Priority.INFO, 1000);
    for (int second = 1; second <= 5; second++) {
      time.pass(Duration.ofSeconds(1));
      assertThat(granted(Priority.INFO)).isBetween(97 * second, 100 * second + 3);
    }
  }

  @Test
  void ask_allPrioritiesWait_goByWeightAndNoneStarves() {
    RequestBudget budget = new RequestBudget(100, UNBOUNDED, time, time);
    for (Priority priority : Priority.values()) {
      ask(budget, priority, 2000);
    }
    time.pass(Duration.ofSeconds(10));
    assertThat(granted(Priority.CONNECT)).isBetween(330, 365);
    assertThat(granted(Priority.STATUS)).isBetween(330, 365);
    assertThat(granted(Priority.INFO)).isBetween(120, 140);
    assertThat(granted(Priority.REST)).isBetween(35, 50);
  }

  @Test
  void ask_longerThanAnybodyWaits_isLeftOutAndSaidSo() {
    RequestBudget budget = new RequestBudget(10, UNBOUNDED, time, time);
    ask(budget, Priority.INFO, 1000);
    time.pass(Duration.ofSeconds(31));
    assertThat(granted(Priority.INFO)).isBetween(290, 302);
    assertThat(leftOut).isEqualTo(1000 - granted(Priority.INFO));
  }

  @Test
  void setShare_none_stopsUntilThereIsSomeAgain() {
    RequestBudget budget = new RequestBudget(10, UNBOUNDED, time, time);
    budget.setShare(0);
    ask(budget, Priority.STATUS, 5);
    time.pass(Duration.ofSeconds(20));
    assertThat(granted).isEmpty();
    budget.setShare(0.5);
    time.pass(Duration.ofSeconds(1));
    assertThat(granted(Priority.STATUS)).isBetween(4, 5);
  }

  @Test
  void ask_asManyUnderWayAsMayBe_waitsForAnAnswerUnlessItIsASocket() {
    RequestBudget budget = new RequestBudget(1000, 2, time, time);
    ask(budget, Priority.INFO, 3);
    ask(budget, Priority.CONNECT, 3);
    time.pass(Duration.ofSeconds(1));
    assertThat(granted).containsEntry(Priority.INFO, 2).containsEntry(Priority.CONNECT, 3);
    budget.ended(Duration.ofMillis(20), RequestBudget.Ending.ANSWERED);
    assertThat(granted).containsEntry(Priority.INFO, 3);
  }

  /** Whoever asks, whenever, and however the share changes: no second holds more than its limit. */
  @Property(tries = 50)
  void ask_anyCallersAndShares_neverExceedsTheRateInAnySecond(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int rate) {
    Random random = new Random(seed);
    VirtualTime clock = new VirtualTime(START);
    RequestBudget budget = new RequestBudget(rate, UNBOUNDED, clock, clock);
    List<Instant> grants = new ArrayList<>();
    List<Change> changes = new ArrayList<>(List.of(new Change(START, rate)));
    for (int step = 0; step < 200; step++) {
      if (random.nextInt(10) == 0) {
        double share = random.nextInt(5) / 4.0;
        budget.setShare(share);
        changes.add(new Change(clock.instant(), share * rate));
      }
      Priority priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
      for (int request = random.nextInt(rate); request > 0; request--) {
        budget.ask(priority, new Heard(() -> grants.add(clock.instant()), () -> {}));
      }
      clock.pass(Duration.ofMillis(random.nextInt(300)));
    }
    for (int first = 0; first < grants.size(); first++) {
      Instant end = grants.get(first).plusSeconds(1);
      int last = first;
      while (last < grants.size() && grants.get(last).isBefore(end)) {
        last++;
      }
      assertThat(last - first)
          .isLessThanOrEqualTo((int) Math.ceil(most(changes, grants.get(first), end)));
    }
  }

  private record Change(Instant at, double limit) {}

  /** The highest limit within a stretch. */
  private static double most(List<Change> changes, Instant from, Instant to) {
    double most = 0;
    for (int index = 0; index < changes.size(); index++) {
      boolean isOver = index + 1 < changes.size() && changes.get(index + 1).at().isBefore(from);
      if (!isOver && changes.get(index).at().isBefore(to)) {
        most = Math.max(most, changes.get(index).limit());
      }
    }
    return most;
  }

  private int granted(Priority priority) {
    return granted.getOrDefault(priority, 0);
  }

  private void ask(RequestBudget budget, Priority priority, int times) {
    for (int request = 0; request < times; request++) {
      budget.ask(
          priority, new Heard(() -> granted.merge(priority, 1, Integer::sum), () -> leftOut++));
    }
  }

  private record Heard(Runnable yes, Runnable no) implements RequestBudget.Applicant {
    @Override
    public void granted() {
      yes.run();
    }

    @Override
    public void leftOut() {
      no.run();
    }
  }
}
