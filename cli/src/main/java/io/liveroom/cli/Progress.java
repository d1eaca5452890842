package io.liveroom.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says on standard error what is going on once it takes longer than two seconds. */
public final class Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final PrintStream err;

  public Progress(PrintStream err) {
    this.err = err;
  }

  /**
   * Does the work and returns its result.
   *
   * @param what what is being done, such as "asking the broker at 127.0.0.1:9092"
   */
  public <T> T during(String what, Callable<T> work) throws Exception {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleAtFixedRate(
        () -> err.println(what + " …"),
        PATIENCE.toMillis(),
        AGAIN.toMillis(),
        TimeUnit.MILLISECONDS);
    try {
      return work.call();
    } finally {
      timer.shutdownNow();
    }
  }
}
