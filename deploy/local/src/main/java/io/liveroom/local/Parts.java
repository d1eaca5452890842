package io.liveroom.local;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, and the order in which it ends. */
final class Parts implements AutoCloseable {

  /** In the order of ending: what writes first, what is written to last. */
  enum Part {
    TABLE,
    ROOMS,
    COLLECTOR,
    PROCESSOR,
    MANAGEMENT,
    METRICS,
    SIMULATOR,
    REGISTRY,
    BROKER,
    DATA
  }

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Map<Part, AutoCloseable> running = new EnumMap<>(Part.class); // guarded by this
  private boolean isClosed; // guarded by this

  /** Takes care of a part from now on; a part that comes after the end is ended at once. */
  <T extends AutoCloseable> T add(Part part, T running) {
    synchronized (this) {
      if (!isClosed) {
        this.running.put(part, running);
        return running;
      }
    }
    close(part, running);
    return running;
  }

  /** Whether anything is left to end. */
  synchronized boolean isRunning() {
    return !running.isEmpty();
  }

  /** Whether the end has begun. */
  synchronized boolean isClosed() {
    return isClosed;
  }

  @Override
  public void close() {
    Map<Part, AutoCloseable> last;
    synchronized (this) {
      isClosed = true;
      last = new EnumMap<>(running);
      running.clear();
    }
    last.forEach(Parts::close);
  }

  private static void close(Part part, AutoCloseable running) {
    long begun = System.nanoTime();
    try {
      running.close();
      LOG.info("{} ended in {} ms", part, (System.nanoTime() - begun) / 1_000_000);
    } catch (Exception e) { // the other parts must end too
      LOG.error("{} did not end in order", part, e);
    }
  }
}
