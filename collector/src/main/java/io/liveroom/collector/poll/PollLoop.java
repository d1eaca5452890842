package io.liveroom.collector.poll;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.publish.Pressure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Again and again: asks a poller when its schedule says so. Lives on one lane. */
public final class PollLoop {

  private static final Duration PRESSED = Duration.ofMillis(200); // looks again while Kafka lags

  private final Poller poller;
  private final PollSchedule schedule;
  private final Lane lane;
  private final InstantSource clock;
  private final Pressure pressure;
  private final Consumer<PollOutcome> listener;

  private Lane.Timer timer = Lane.Timer.NONE;
  private Instant notBefore = Instant.MIN;
  private boolean isRunning;
  private boolean isAsking;
  private boolean isWanted; // asked for while a request was under way

  /**
   * @param listener hears of every outcome, after its facts are on their way
   */
  public PollLoop(
      Poller poller,
      PollSchedule schedule,
      Lane lane,
      InstantSource clock,
      Pressure pressure,
      Consumer<PollOutcome> listener) {
    this.poller = poller;
    this.schedule = schedule;
    this.lane = lane;
    this.clock = clock;
    this.pressure = pressure;
    this.listener = listener;
  }

  /** Begins at the next slot; twice is once. */
  public void start() {
    if (!isRunning) {
      isRunning = true;
      schedule(schedule.slotAfter(clock.instant()));
    }
  }

  /** Stops asking; an answer under way is still taken. */
  public void stop() {
    isRunning = false;
    timer.cancel();
  }

  /** Asks now, or as soon as the platform allows it. */
  public void soon() {
    if (!isRunning) {
      return;
    }
    if (isAsking) {
      isWanted = true;
    } else {
      Instant now = clock.instant();
      schedule(notBefore.isAfter(now) ? notBefore : now);
    }
  }

  private void schedule(Instant at) {
    timer.cancel();
    Duration wait = Duration.between(clock.instant(), at);
    timer = lane.after(wait.isNegative() ? Duration.ZERO : wait, this::ask);
  }

  private void ask() {
    if (!isRunning || isAsking) {
      return;
    }
    if (pressure.isHigh()) {
      timer = lane.after(PRESSED, this::ask);
      return;
    }
    isAsking = true;
    Instant asked = clock.instant();
    poller.poll().onSuccess(outcome -> lane.run(() -> done(asked, outcome)));
  }

  private void done(Instant asked, PollOutcome outcome) {
    isAsking = false;
    Instant now = clock.instant();
    notBefore = outcome.notBefore(asked, now);
    if (isRunning) {
      schedule(schedule.next(asked, now, outcome));
    }
    listener.accept(outcome);
    if (isWanted) {
      isWanted = false;
      soon();
    }
  }
}
