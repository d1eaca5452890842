package io.liveroom.benchmarks.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at some processes once a second and remembers what they took. Safe for several threads. */
public final class Watch implements AutoCloseable {

  private final Map<String, Child> children = new LinkedHashMap<>(); // guarded by this
  private final Map<String, List<Usage>> seen = new LinkedHashMap<>(); // guarded by this
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watch");
            thread.setDaemon(true);
            return thread;
          });

  public Watch() {
    timer.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
  }

  /** Looks at this one too; one of the same name before it is no longer looked at. */
  public synchronized void add(Child child) {
    children.put(child.name(), child);
  }

  /** Forgets what it has seen, and begins again. */
  public synchronized void restart() {
    seen.values().forEach(List::clear);
  }

  /** The most that was resident at once, in bytes. */
  public synchronized long peakResident(String name) {
    return of(name).stream().mapToLong(Usage::resident).max().orElse(0);
  }

  /** Processors taken on average: 1.0 is one of them all the time. */
  public synchronized double processors(String name) {
    List<Usage> all = of(name);
    if (all.size() < 2) {
      return 0;
    }
    Duration taken = all.get(all.size() - 1).processor().minus(all.get(0).processor());
    return taken.toMillis() / 1000.0 / (all.size() - 1);
  }

  /** What was resident second by second, in MiB. */
  public synchronized List<Long> residentMebibytes(String name) {
    return of(name).stream().map(usage -> usage.resident() >> 20).toList();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private List<Usage> of(String name) {
    return seen.computeIfAbsent(name, any -> new ArrayList<>());
  }

  private synchronized void look() {
    children.forEach((name, child) -> Usage.of(child.pid()).ifPresent(of(name)::add));
  }
}
