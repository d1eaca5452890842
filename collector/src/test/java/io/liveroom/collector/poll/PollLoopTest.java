package io.liveroom.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.pace.VirtualTime;
import io.liveroom.collector.platform.FailureCategory;
import io.liveroom.collector.publish.KafkaOutlet;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollLoopTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofSeconds(30);
  private static final Duration OFFSET = Duration.ofSeconds(7);
  private static final PollOutcome GOOD = new PollOutcome.Observed(Duration.ZERO);

  private final VirtualTime time = new VirtualTime(START);
  private final List<Long> asked = new ArrayList<>(); // seconds after the start
  private final List<PollOutcome> heard = new ArrayList<>();
  private Future<PollOutcome> answer = Future.succeededFuture(GOOD);
  private final PollLoop loop =
      new PollLoop(
          this::poll,
          new PollSchedule(INTERVAL, OFFSET),
          time,
          time,
          KafkaOutlet.pressure(),
          heard::add);

  @Test
  void start_twice_asksAtItsSlotsOnce() {
    loop.start();
    loop.start();
    pass(100);
    assertThat(asked).containsExactly(7L, 37L, 67L, 97L);
    assertThat(heard).hasSize(4).containsOnly(GOOD);
  }

  @Test
  void poll_fails_isAskedAgainAtTheNextSlotOnly() {
    answer = Future.succeededFuture(new PollOutcome.Failed(FailureCategory.TIMEOUT));
    loop.start();
    pass(40);
    assertThat(asked).containsExactly(7L, 37L);
  }

  @Test
  void poll_throttled_waitsAsLongAsAskedFor() {
    answer = Future.succeededFuture(new PollOutcome.Throttled(Duration.ofSeconds(100)));
    loop.start();
    pass(50);
    loop.soon();
    loop.within(Duration.ofSeconds(1));
    pass(60);
    assertThat(asked).containsExactly(7L, 107L);
  }

  @Test
  void soon_betweenSlots_asksNowAndKeepsItsSlots() {
    loop.start();
    pass(10);
    loop.soon();
    pass(30);
    assertThat(asked).containsExactly(7L, 10L, 37L);
  }

  @Test
  void soon_platformWantsToBeLeftAlone_waitsUntilThen() {
    answer = Future.succeededFuture(new PollOutcome.Observed(Duration.ofSeconds(10)));
    loop.start();
    pass(8);
    loop.soon();
    pass(20);
    assertThat(asked).containsExactly(7L, 17L);
  }

  @Test
  void soon_whileAsking_asksOnceMoreAfterTheAnswer() {
    Promise<PollOutcome> pending = Promise.promise();
    answer = pending.future();
    loop.start();
    pass(8);
    loop.soon();
    loop.soon();
    pass(2);
    answer = Future.succeededFuture(GOOD);
    pending.complete(GOOD);
    pass(2);
    assertThat(asked).containsExactly(7L, 10L);
  }

  @Test
  void within_laterThanItsSlot_changesNothing() {
    loop.start();
    loop.within(Duration.ofSeconds(20));
    pass(30);
    assertThat(asked).containsExactly(7L);
    loop.within(Duration.ofSeconds(2));
    pass(8);
    assertThat(asked).containsExactly(7L, 32L, 37L);
  }

  @Test
  void follow_fasterAndSlower_asksAtTheNewSlots() {
    loop.start();
    pass(8);
    loop.follow(new PollSchedule(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    pass(14);
    assertThat(asked).containsExactly(7L, 11L, 21L);
    loop.follow(new PollSchedule(Duration.ofSeconds(60), Duration.ofSeconds(5)));
    pass(60);
    assertThat(asked).containsExactly(7L, 11L, 21L, 31L, 65L);
  }

  @Test
  void stop_withAnAnswerUnderWay_stillTakesItAndAsksNoMore() {
    Promise<PollOutcome> pending = Promise.promise();
    answer = pending.future();
    loop.start();
    pass(8);
    loop.stop();
    pending.complete(GOOD);
    pass(100);
    assertThat(asked).containsExactly(7L);
    assertThat(heard).containsExactly(GOOD);
  }

  private void pass(int seconds) {
    time.pass(Duration.ofSeconds(seconds));
  }

  private Future<PollOutcome> poll() {
    asked.add(Duration.between(START, time.instant()).toSeconds());
    return answer;
  }
}
