package io.liveroom.collector.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.pace.VirtualTime;
import io.liveroom.collector.platform.FailureCategory;
import io.liveroom.collector.poll.PollOutcome;
import io.liveroom.collector.publish.KafkaOutlet;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusRoundsTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final PollOutcome GOOD = new PollOutcome.Observed(Duration.ZERO);
  private static final PollOutcome REFUSED = new PollOutcome.Failed(FailureCategory.CLIENT_ERROR);

  private final VirtualTime time = new VirtualTime(START);
  private final List<List<String>> asked = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private Function<List<String>, PollOutcome> platform = batch -> GOOD;
  private final StatusRounds rounds =
      new StatusRounds(
          this::ask,
          INTERVAL,
          50,
          Duration.ofDays(1),
          time,
          time,
          KafkaOutlet.pressure(),
          left::add);

  @Test
  void watch_thousandNewRooms_areAskedAtOnceInTwentyRequests() {
    rounds.start();
    watch(1000);
    time.pass(Duration.ofMillis(150));
    assertThat(asked).hasSize(20).allSatisfy(batch -> assertThat(batch).hasSize(50));
  }

  @Test
  void watch_always_isAskedOncePerRoundSpreadOverIt() {
    rounds.start();
    watch(500);
    time.pass(INTERVAL.multipliedBy(2));
    asked.clear();
    time.pass(INTERVAL.dividedBy(2));
    assertThat(asked).hasSize(5);
    time.pass(INTERVAL.dividedBy(2));
    assertThat(asked.stream().flatMap(List::stream).distinct()).hasSize(500);
    assertThat(asked).hasSize(10);
  }

  @Test
  void soon_severalRooms_shareARequest() {
    rounds.start();
    rounds.soon("1");
    rounds.soon("2");
    time.pass(Duration.ofMillis(150));
    assertThat(asked).containsExactly(List.of("1", "2"));
  }

  @Test
  void ask_batchTooLarge_isHalvedUntilItIsTakenAndGrowsBackSlowly() {
    platform = batch -> batch.size() > 20 ? REFUSED : GOOD;
    rounds.start();
    watch(100);
    time.pass(Duration.ofMillis(150));
    assertThat(accepted()).hasSize(100);
    time.pass(INTERVAL.multipliedBy(2));
    asked.clear();
    time.pass(INTERVAL);
    assertThat(accepted()).hasSize(100);
    assertThat(asked).hasSizeLessThan(20);
    platform = batch -> GOOD;
    time.pass(INTERVAL.multipliedBy(20));
    asked.clear();
    time.pass(INTERVAL);
    assertThat(asked).hasSize(2).allSatisfy(batch -> assertThat(batch).hasSize(50));
  }

  @Test
  void ask_oneRoomSpoilsItsBatch_isAskedAloneFromThenOn() {
    platform = batch -> batch.contains("7") ? REFUSED : GOOD;
    rounds.start();
    watch(100);
    time.pass(Duration.ofMillis(150));
    assertThat(accepted()).hasSize(99).doesNotContain("7");
    time.pass(INTERVAL.multipliedBy(30));
    asked.clear();
    time.pass(INTERVAL);
    assertThat(accepted()).hasSize(99);
    assertThat(asked).hasSize(3).contains(List.of("7"));
  }

  @Test
  void ask_throttled_leavesThePlatformAlone() {
    platform = batch -> new PollOutcome.Throttled(Duration.ofMinutes(1));
    rounds.start();
    watch(10);
    time.pass(Duration.ofSeconds(55));
    assertThat(asked).hasSize(1);
    time.pass(INTERVAL.multipliedBy(2));
    assertThat(asked).hasSize(2);
  }

  @Test
  void watch_ended_isAskedEverMoreRarelyAndLeavesInTheEnd() {
    rounds.start();
    rounds.watch("1", START);
    time.pass(Duration.ofHours(23));
    int inADay = asked.size();
    assertThat(inADay).isBetween(24 * 6, 24 * 6 + 60);
    assertThat(left).isEmpty();
    time.pass(Duration.ofHours(2));
    assertThat(left).containsOnly("1");
  }

  @Test
  void forget_room_isAskedNoMore() {
    rounds.start();
    watch(1);
    rounds.forget("0");
    time.pass(INTERVAL.multipliedBy(3));
    assertThat(asked).isEmpty();
  }

  private void watch(int count) {
    IntStream.range(0, count).forEach(id -> rounds.watch(String.valueOf(id), Instant.MAX));
  }

  private List<String> accepted() {
    return asked.stream()
        .filter(batch -> platform.apply(batch).equals(GOOD))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private Future<PollOutcome> ask(List<String> batch) {
    asked.add(batch);
    return Future.succeededFuture(platform.apply(batch));
  }
}
