package io.liveroom.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps a role at work until the process is told to end, and then lets it end in order. */
final class Stay {

  private Stay() {}

  /**
   * Returns when all parts have been closed, which the end of the process (Ctrl-C, TERM) does.
   *
   * @param parts in the order of their end
   */
  static int with(AutoCloseable... parts) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(List.of(parts), closed), "close"));
    closed.await();
    return ExitCode.OK.number();
  }

  private static void end(List<AutoCloseable> parts, CountDownLatch closed) {
    parts.forEach(Stay::close);
    closed.countDown();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) { // the process ends anyway: say what was left undone
      System.err.println("liveroom: not everything ended in order: " + e);
    }
  }
}
