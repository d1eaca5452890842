package io.liveroom.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a role at work until the process is told to end, and then lets it end in order. */
final class Stay {

  private Stay() {}

  /** Returns when the role has been closed, which the end of the process (Ctrl-C, TERM) does. */
  static int with(AutoCloseable role) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(role, closed), "close"));
    closed.await();
    return ExitCode.OK.number();
  }

  private static void close(AutoCloseable role, CountDownLatch closed) {
    try {
      role.close();
    } catch (Exception e) { // the process ends anyway: say what was left undone
      System.err.println("liveroom: not everything ended in order: " + e);
    } finally {
      closed.countDown();
    }
  }
}
