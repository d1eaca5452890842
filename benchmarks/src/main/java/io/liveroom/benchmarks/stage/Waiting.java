package io.liveroom.benchmarks.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/** Waits for something that can only be asked for. */
public final class Waiting {

  private static final Duration STEP = Duration.ofMillis(200);

  private Waiting() {}

  /** A question whose answer may fail to come. */
  public interface Question {
    boolean isSo() throws Exception;
  }

  /** How long it took; a question that fails is asked again. */
  public static Duration until(String what, Duration limit, Question question) throws Exception {
    Instant start = Instant.now();
    while (!answer(question)) {
      if (Duration.between(start, Instant.now()).compareTo(limit) > 0) {
        throw new TimeoutException(what + " did not happen within " + limit);
      }
      Thread.sleep(STEP.toMillis());
    }
    return Duration.between(start, Instant.now());
  }

  /** Waits no longer than the limit; whether it happened. */
  public static boolean within(Duration limit, Question question) throws Exception {
    try {
      until("it", limit, question);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Waits for the end of a thread that has been told to end. */
  static void forEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean answer(Question question) throws InterruptedException {
    try {
      return question.isSo();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) { // what is asked may not run yet
      return false;
    }
  }
}
