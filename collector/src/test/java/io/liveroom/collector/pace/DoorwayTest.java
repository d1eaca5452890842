package io.liveroom.collector.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DoorwayTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final int RATE = 100;
  private static final Duration HANDSHAKE = Duration.ofMillis(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final VirtualTime time = new VirtualTime(START);
  private final List<Instant> knocks = new ArrayList<>();
  private final Set<Integer> connected = new HashSet<>();
  private Platform platform = Platform.WELL;
  private boolean isHeld;
  private boolean isBarred;
  private Doorway doorway = doorway(10_000);

  /** How the platform is. */
  private enum Platform {
    WELL,
    REFUSES,
    TURNS_AWAY,
    HANGS
  }

  @Test
  void enter_oneRoom_goesAtOnce() {
    enter(1);
    time.settle();
    assertThat(knocks).containsExactly(START);
  }

  @Test
  void enter_massDisconnect_comesBackEvenly() {
    enter(5000);
    time.pass(Duration.ofSeconds(52));
    assertThat(connected).hasSize(5000);
    assertEven(START, START.plusSeconds(49), 97);
  }

  @Test
  void enter_outageOfAMinute_onlyProbesGoAndThenTheFullEvenRate() {
    platform = Platform.REFUSES;
    enter(5000);
    time.pass(Duration.ofSeconds(60));
    assertThat(knocks).hasSizeLessThan(20);
    assertThat(doorway.standstill()).isEqualTo(Doorway.Standstill.PLATFORM);
    platform = Platform.WELL;
    Instant back = time.instant();
    time.pass(Duration.ofSeconds(5)); // the rarest probe
    Instant first = firstAfter(back);
    assertThat(Duration.between(back, first)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    time.pass(Duration.ofSeconds(52));
    assertThat(connected).hasSize(5000);
    assertEven(first.plusSeconds(1), first.plusSeconds(49), 97);
  }

  @Test
  void enter_platformHangs_onlySoManyAreUnderWay() {
    platform = Platform.HANGS;
    enter(5000);
    time.pass(TIMEOUT.minusSeconds(1));
    assertThat(knocks).hasSizeLessThanOrEqualTo(2 * RATE);
    time.pass(Duration.ofSeconds(45));
    platform = Platform.WELL;
    time.pass(Duration.ofSeconds(60 + 15));
    assertThat(connected).hasSize(5000);
    assertMost(RATE);
  }

  @Test
  void enter_budgetSmallerThanItsRate_keepsToTheBudgetEvenly() {
    doorway = doorway(40);
    enter(400);
    time.pass(Duration.ofSeconds(12));
    assertThat(connected).hasSize(400);
    assertEven(START, START.plusSeconds(9), 38);
    assertMost(40);
  }

  @Test
  void enter_underPressure_standsStill() {
    isHeld = true;
    enter(10);
    time.pass(Duration.ofSeconds(30));
    assertThat(knocks).isEmpty();
    assertThat(doorway.standstill()).isEqualTo(Doorway.Standstill.PRESSURE);
    isHeld = false;
    time.pass(Duration.ofSeconds(1));
    assertThat(connected).hasSize(10);
  }

  @Test
  void enter_tokenRefused_standsStillUntilItIsAccepted() {
    isBarred = true;
    enter(10);
    time.pass(Duration.ofSeconds(30));
    assertThat(knocks).isEmpty();
    assertThat(doorway.standstill()).isEqualTo(Doorway.Standstill.TOKEN);
    isBarred = false;
    time.pass(Duration.ofSeconds(2));
    assertThat(connected).hasSize(10);
  }

  @Test
  void isWorthATry_platformTurnsAway_onlyNowAndThen() {
    platform = Platform.TURNS_AWAY;
    enter(9);
    time.pass(Duration.ofSeconds(1));
    assertThat(doorway.turnsAway()).isFalse();
    enter(1);
    time.pass(Duration.ofSeconds(1));
    assertThat(doorway.turnsAway()).isTrue();
    assertThat(doorway.isWorthATry()).isTrue();
    assertThat(doorway.isWorthATry()).isFalse();
    time.pass(Duration.ofSeconds(10));
    assertThat(doorway.isWorthATry()).isTrue();
    platform = Platform.WELL;
    enter(1);
    time.pass(Duration.ofSeconds(1));
    assertThat(doorway.isWorthATry()).isTrue();
    assertThat(doorway.isWorthATry()).isTrue();
  }

  @Test
  void cancel_whileItWaits_costsNoPlace() {
    Lane.Timer leaver = line(0);
    Lane.Timer another = line(1);
    leaver.cancel();
    another.cancel();
    line(2);
    time.pass(Duration.ofSeconds(1));
    assertThat(connected).containsExactly(2);
    assertThat(knocks).hasSize(1);
  }

  private Doorway doorway(int budget) {
    RequestBudget places = new RequestBudget(budget, 1, time, time);
    return new Doorway(RATE, places, time, time, () -> isHeld, () -> !isBarred);
  }

  private void enter(int rooms) {
    for (int room = 0; room < rooms; room++) {
      line(room);
    }
  }

  private Lane.Timer line(int room) {
    return doorway.enter(time, knock -> knocked(room, knock));
  }

  private void knocked(int room, Knock knock) {
    knocks.add(time.instant());
    Platform found = platform;
    time.after(found == Platform.HANGS ? TIMEOUT : HANDSHAKE, () -> answered(room, knock, found));
  }

  private void answered(int room, Knock knock, Platform found) {
    switch (found) {
      case WELL -> {
        connected.add(room);
        knock.end(Knock.Result.LET_IN);
      }
      case TURNS_AWAY -> knock.end(Knock.Result.TURNED_AWAY);
      case REFUSES, HANGS -> {
        knock.end(Knock.Result.NO_ANSWER);
        line(room);
      }
    }
  }

  private Instant firstAfter(Instant moment) {
    return knocks.stream().filter(at -> !at.isBefore(moment)).findFirst().orElseThrow();
  }

  private void assertEven(Instant from, Instant to, int least) {
    TreeMap<Long, Integer> seconds = new TreeMap<>();
    knocks.stream()
        .filter(at -> !at.isBefore(from) && at.isBefore(to))
        .forEach(at -> seconds.merge(Duration.between(from, at).toSeconds(), 1, Integer::sum));
    double mean = seconds.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(mean).isGreaterThanOrEqualTo(least);
    assertThat(seconds.values()).allSatisfy(count -> assertThat(count / mean).isLessThan(1.5));
    assertMost(RATE);
  }

  /** In no second, wherever it begins. */
  private void assertMost(int most) {
    for (int first = 0; first + most < knocks.size(); first++) {
      Instant beyond = knocks.get(first + most);
      assertThat(Duration.between(knocks.get(first), beyond))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }
}
