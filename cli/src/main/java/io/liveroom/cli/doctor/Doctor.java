package io.liveroom.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs all checks side by side, whatever becomes of each, none longer than the limit. */
public final class Doctor {

  private final Duration limit;

  public Doctor(Duration limit) {
    this.limit = limit;
  }

  /** What they found, in the order of the areas. */
  public List<Finding> examine(List<Check> checks) throws InterruptedException {
    ExecutorService side = Executors.newCachedThreadPool(Doctor::daemon);
    try {
      List<Future<List<Finding>>> running =
          checks.stream().map(check -> side.submit(check::run)).toList();
      long deadline = System.nanoTime() + limit.toNanos();
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < checks.size(); i++) {
        findings.addAll(await(checks.get(i).area(), running.get(i), deadline));
      }
      findings.sort(Comparator.comparing(Finding::area)); // stable: within an area as found
      return findings;
    } finally {
      side.shutdownNow();
    }
  }

  private List<Finding> await(Area area, Future<List<Finding>> running, long deadline)
      throws InterruptedException {
    try {
      return running.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return List.of(
          Finding.wrong(
              area,
              "no answer within " + limit.toSeconds() + " s",
              "see whether it is overloaded, or the way to it is cut"));
    } catch (ExecutionException e) {
      return List.of(Finding.wrong(area, words(e), ""));
    }
  }

  /** Those of the innermost wrapped failure. */
  private static String words(ExecutionException failure) {
    Throwable cause = failure;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "doctor");
    thread.setDaemon(true);
    return thread;
  }
}
