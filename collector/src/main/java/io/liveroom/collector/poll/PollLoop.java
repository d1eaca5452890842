package io.liveroom.collector.poll;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.publish.Pressure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Again and again: asks a poller when its schedule says so. Lives on one lane. */
public final class PollLoop {

  private final Poller poller;
  private final Lane lane;
  private final InstantSource clock;
  private final Pressure pressure;
  private final Consumer<PollOutcome> listener;

  private PollSchedule schedule;
  private Lane.Timer timer = Lane.Timer.NONE;
  private Instant next = Instant.MAX; // when the timer asks
  private Instant notBefore = Instant.MIN; // by the platform's wish
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
      askAt(schedule.slotAfter(clock.instant()));
    }
  }

  /** Stops asking; an answer under way is still taken. */
  public void stop() {
    isRunning = false;
    isWanted = false;
    timer.cancel();
  }

  /** Asks now, or as soon as the platform allows it. */
  public void soon() {
    if (isAsking) {
      isWanted = isRunning;
    } else {
      within(Duration.ZERO);
    }
  }

  /** Asks after a delay at the latest, or as soon as the platform allows it. */
  public void within(Duration delay) {
    if (isRunning && !isAsking) {
      askBy(clock.instant().plus(delay));
    }
  }

  /** Another schedule from now on; what is due before its first slot is still asked. */
  public void follow(PollSchedule other) {
    boolean isAnother = !other.equals(schedule);
    schedule = other;
    if (isAnother && isRunning && !isAsking) {
      askBy(other.slotAfter(clock.instant()));
    }
  }

  private void askBy(Instant wish) {
    Instant at = notBefore.isAfter(wish) ? notBefore : wish;
    if (at.isBefore(next)) {
      askAt(at);
    }
  }

  private void askAt(Instant at) {
    timer.cancel();
    next = at;
    Duration wait = Duration.between(clock.instant(), at);
    timer = lane.after(wait.isNegative() ? Duration.ZERO : wait, this::ask);
  }

  private void ask() {
    if (!isRunning || isAsking) {
      return;
    }
    if (pressure.isHigh()) {
      askAt(schedule.slotAfter(clock.instant())); // Kafka lags: this round is left out
      return;
    }
    isAsking = true;
    next = Instant.MAX;
    Instant asked = clock.instant();
    poller.poll().onSuccess(outcome -> lane.run(() -> done(asked, outcome)));
  }

  private void done(Instant asked, PollOutcome outcome) {
    isAsking = false;
    Instant now = clock.instant();
    notBefore = outcome.notBefore(asked, now);
    if (isRunning) {
      askAt(schedule.next(asked, now, outcome));
    }
    listener.accept(outcome);
    if (isWanted) {
      isWanted = false;
      soon();
    }
  }
}
