package io.liveroom.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.platform.Endpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalanceCheckTest {

  private final Counters counters = new Counters(new SimpleMeterRegistry());
  private final Tickets tickets = new Tickets();
  private final BalanceCheck check = new BalanceCheck(counters, tickets);

  @Test
  void look_whileOthersCount_neverMissesARecordThatIsThere() throws InterruptedException {
    AtomicBoolean isOver = new AtomicBoolean();
    List<Thread> busy =
        Stream.generate(() -> new Thread(() -> work(isOver), "busy")).limit(3).toList();
    busy.forEach(Thread::start);
    long most = Long.MIN_VALUE;
    for (int look = 0; look < 2000; look++) {
      check.look();
      most = Math.max(most, check.unaccounted());
    }
    isOver.set(true);
    for (Thread one : busy) {
      one.join();
    }
    assertThat(most).isLessThanOrEqualTo(0);
    assertThat(counters.balance().received()).isPositive();
    assertThat(settled()).isZero();
  }

  @Test
  void look_recordLost_isToldAtOnce() {
    tickets.open(1);
    counters.add(Counted.RECEIVED, Endpoint.CHAT);
    check.look();
    assertThat(check.unaccounted()).isZero();
    tickets.close(1);
    check.look();
    assertThat(check.unaccounted()).isEqualTo(1);
    assertThat(settled()).isEqualTo(1);
  }

  @Test
  void look_recordLostWhileOthersCount_isFound() throws InterruptedException {
    counters.add(Counted.RECEIVED, Endpoint.CHAT);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread busy = new Thread(() -> work(isOver), "busy");
    busy.start();
    while (check.unaccounted() != 1) {
      check.look();
    }
    isOver.set(true);
    busy.join();
    assertThat(settled()).isEqualTo(1);
  }

  @Test
  void look_countedTwice_isNegativeAfterAMinute() {
    counters.add(Counted.RECEIVED, Endpoint.CHAT);
    counters.add(Counted.PUBLISHED, Endpoint.CHAT);
    counters.add(Counted.DEAD_LETTERS, Endpoint.CHAT);
    check.look();
    assertThat(check.unaccounted()).isZero();
    assertThat(settled()).isEqualTo(-1);
  }

  /** The figure after everybody has stopped. */
  private long settled() {
    for (int look = 0; look < 2 * BalanceCheck.LOOKS; look++) {
      check.look();
    }
    return check.unaccounted();
  }

  private void work(AtomicBoolean isOver) {
    while (!isOver.get()) {
      tickets.open(1);
      counters.add(Counted.RECEIVED, Endpoint.CHAT);
      counters.add(Counted.PUBLISHED, Endpoint.CHAT);
      tickets.close(1);
    }
  }
}
