package io.liveroom.collector.pace;

import java.time.Duration;

/**
 * One thread's worth of work: everything given to a lane runs one after the other, so what lives on
 * a lane needs no locks.
 */
public interface Lane {

  /** Runs soon, after what was given before. */
  void run(Runnable work);

  /** Runs after a delay. */
  Timer after(Duration delay, Runnable work);

  /** Work that waits for its time. */
  interface Timer {
    /** Nothing is waiting. */
    Timer NONE = () -> {};

    /** Stops it from running, if it has not yet; twice is once. */
    void cancel();
  }
}
