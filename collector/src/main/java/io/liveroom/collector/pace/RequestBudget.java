package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one budget of requests for a token: places are given out at an even beat, never more than the
 * limit within any second, and by priority. Who would wait too long is left out. Safe for all
 * threads.
 */
public final class RequestBudget {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration TIGHT = Duration.ofMinutes(1); // after somebody was left out
  private static final Duration GLANCE = Duration.ofSeconds(1); // while no place can be given

  private final int requestsPerSecond;
  private final ConcurrencyLimit underWay; // guarded by this, as all below
  private final Metronome metronome;
  private final WaitingLine line = new WaitingLine(LONGEST_WAIT);
  private final Lane lane;
  private final InstantSource clock;
  private Lane.Timer timer = Lane.Timer.NONE;
  private Instant tightUntil = Instant.MIN;
  private Instant wakes = Instant.MAX; // MAX = no timer runs

  /** What the end of a request says of the platform. */
  public enum Ending {
    /** It answered. */
    ANSWERED,
    /** It took too long, failed, or was asked too often. */
    OVERLOADED,
    /** Nothing. */
    UNTOLD
  }

  /** Who asks for a place: called once, on any thread. */
  public interface Applicant {
    /** Here is the place: it is now or never. */
    void granted();

    /** There is none within a reasonable time. */
    void leftOut();
  }

  /**
   * @param concurrency most requests that wait for their answer at the same time
   * @param lane on which places are given out that were waited for
   */
  public RequestBudget(int requestsPerSecond, int concurrency, Lane lane, InstantSource clock) {
    this.requestsPerSecond = requestsPerSecond;
    this.underWay = new ConcurrencyLimit(concurrency);
    this.metronome = new Metronome(requestsPerSecond);
    this.lane = lane;
    this.clock = clock;
  }

  /** How much of the token's budget is this worker's, from 0 to 1. */
  public void setShare(double share) {
    synchronized (this) {
      metronome.setRate(requestsPerSecond * Math.max(0, Math.min(1, share)));
    }
    giveOut();
  }

  /** Asks for a place. Of an answered request, {@link #ended} must follow the grant. */
  public void ask(Priority priority, Applicant applicant) {
    synchronized (this) {
      line.add(priority, applicant, clock.instant());
    }
    giveOut();
  }

  /** A request that was granted a place has its answer, or will never have one. */
  public void ended(Duration took, Ending ending) {
    synchronized (this) {
      underWay.end(clock.instant(), took, ending);
    }
    giveOut();
  }

  /** How many requests may wait for their answer at the same time, as things are. */
  public synchronized int concurrency() {
    return underWay.limit();
  }

  /** Whether somebody had to be left out lately. */
  public synchronized boolean isTight() {
    return clock.instant().isBefore(tightUntil);
  }

  private void wake() {
    synchronized (this) {
      wakes = Instant.MAX;
    }
    giveOut();
  }

  /** Who asked hears of it outside the lock: it may ask again. */
  private void giveOut() {
    List<WaitingLine.Waiting> granted = new ArrayList<>();
    List<WaitingLine.Waiting> leftOut;
    synchronized (this) {
      Instant now = clock.instant();
      leftOut = line.leave(now);
      tightUntil = leftOut.isEmpty() ? tightUntil : now.plus(TIGHT);
      WaitingLine.Waiting next = take(now);
      while (next != null) {
        granted.add(next);
        next = take(now);
      }
      sleep(now);
    }
    granted.forEach(one -> one.applicant().granted());
    leftOut.forEach(one -> one.applicant().leftOut());
  }

  private WaitingLine.@Nullable Waiting take(Instant now) {
    if (metronome.isStill() || !metronome.wait(now).isZero()) {
      return null;
    }
    WaitingLine.Waiting next = line.next(underWay.isFree());
    if (next != null) {
      metronome.step(now);
      if (next.priority().isAnswered()) {
        underWay.begin();
      }
    }
    return next;
  }

  private void sleep(Instant now) {
    if (line.isEmpty()) {
      return;
    }
    Duration wait = metronome.isStill() ? GLANCE : metronome.wait(now);
    Instant at = now.plus(wait.isZero() ? GLANCE : wait); // zero: an answer must come first
    if (at.isBefore(wakes)) {
      timer.cancel();
      wakes = at;
      timer = lane.after(Duration.between(now, at), this::wake);
    }
  }
}
