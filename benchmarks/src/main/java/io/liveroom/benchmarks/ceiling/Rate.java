package io.liveroom.benchmarks.ceiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what threads do in a stretch of time, after a warm-up. */
final class Rate {

  private Rate() {}

  /** One round of the work; answers how many it did. */
  interface Work {
    long round() throws Exception;
  }

  /** Does the work on some threads for ever. */
  static LongAdder start(int threads, Work work) {
    LongAdder done = new LongAdder();
    for (int number = 0; number < threads; number++) {
      Thread thread = new Thread(() -> repeat(work, done), "work-" + number);
      thread.setDaemon(true);
      thread.start();
    }
    return done;
  }

  /** How many a second, after the warm-up. */
  static double measure(LongSupplier done, long warmUpSeconds, long seconds)
      throws InterruptedException {
    TimeUnit.SECONDS.sleep(warmUpSeconds);
    long before = done.getAsLong();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    return (done.getAsLong() - before) * 1e9 / (System.nanoTime() - start);
  }

  /** Leaves the rate where the trial looks for it. */
  static void tell(Path file, double rate) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, Double.toString(rate));
    Files.move(part, file);
  }

  private static void repeat(Work work, LongAdder done) {
    while (true) {
      try {
        done.add(work.round());
      } catch (Exception failure) {
        throw new IllegalStateException("the work failed", failure);
      }
    }
  }
}
