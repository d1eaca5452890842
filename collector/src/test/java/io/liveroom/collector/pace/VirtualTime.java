package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes only when a test says so, and lanes that work in it, on the test's thread. */
public final class VirtualTime implements InstantSource, Lane {

  private final Queue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
  private Instant now;
  private long count;

  public VirtualTime(Instant start) {
    now = start;
  }

  /** Work to come. */
  private record Task(Instant at, long number, Runnable work) {}

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void run(Runnable work) {
    tasks.add(new Task(now, count++, work));
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    Task task = new Task(now.plus(delay), count++, work);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Lets so much time pass, and does everything that falls into it, in order. */
  public void pass(Duration time) {
    Instant end = now.plus(time);
    Task next = tasks.peek();
    while (next != null && !next.at().isAfter(end)) {
      tasks.remove();
      now = next.at();
      next.work().run();
      next = tasks.peek();
    }
    now = end;
  }

  /** Does everything that is due now. */
  public void settle() {
    pass(Duration.ZERO);
  }
}
