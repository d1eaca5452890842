package io.liveroom.local;

import io.liveroom.cli.Shell;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** What happens at Ctrl-C: everything ends in order, and one line says so. */
final class Ending {

  private final Parts parts;
  private final Shell shell;
  private final Path root;

  Ending(Parts parts, Shell shell, Path root) {
    this.parts = parts;
    this.shell = shell;
    this.root = root;
  }

  void run(CountDownLatch ended) {
    long begun = System.nanoTime();
    boolean wasRunning = parts.isRunning();
    parts.close();
    if (wasRunning) {
      shell
          .err()
          .printf(
              Locale.ROOT,
              "liveroom: ended in order in %.1f s; data stays in %s, the next start goes on there%n",
              (System.nanoTime() - begun) / 1e9,
              root);
    }
    ended.countDown();
  }
}
