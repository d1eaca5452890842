package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a place, by priority. Each priority gets places in proportion to its weight, so
 * none starves, and within one it is first come, first served. Guarded by who owns it.
 */
final class WaitingLine {

  private final Duration longest; // anybody waits
  private final Map<Priority, Queue> queues = new EnumMap<>(Priority.class);
  private double turn; // of the last one served
  private int size;

  WaitingLine(Duration longest) {
    this.longest = longest;
    for (Priority priority : Priority.values()) {
      queues.put(priority, new Queue());
    }
  }

  /**
   * One who waits.
   *
   * @param until the moment at which it gives up
   */
  record Waiting(Priority priority, RequestBudget.Applicant applicant, Instant until) {}

  /** Those of one priority. */
  private static final class Queue {
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private double turn; // the lowest is served next
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(Priority priority, RequestBudget.Applicant applicant, Instant now) {
    Queue queue = queue(priority);
    if (queue.waiting.isEmpty()) {
      queue.turn = Math.max(queue.turn, turn); // who did not wait has saved nothing up
    }
    queue.waiting.add(new Waiting(priority, applicant, now.plus(longest)));
    size++;
  }

  /**
   * Takes out who is next; null where nobody is.
   *
   * @param isAnswerFree whether one may go that waits for an answer
   */
  @Nullable Waiting next(boolean isAnswerFree) {
    Queue first = null;
    Waiting chosen = null;
    for (Queue queue : queues.values()) {
      Waiting head = queue.waiting.peek();
      boolean mayGo = head != null && (isAnswerFree || !head.priority().isAnswered());
      if (mayGo && (first == null || queue.turn < first.turn)) {
        first = queue;
        chosen = head;
      }
    }
    if (first != null && chosen != null) {
      serve(first, chosen);
    }
    return chosen;
  }

  /** Takes out who has waited too long. */
  List<Waiting> leave(Instant now) {
    List<Waiting> left = new ArrayList<>();
    for (Queue queue : queues.values()) {
      Waiting head = queue.waiting.peek();
      while (head != null && !head.until().isAfter(now)) {
        left.add(head);
        queue.waiting.poll();
        size--;
        head = queue.waiting.peek();
      }
    }
    return left;
  }

  private void serve(Queue queue, Waiting chosen) {
    queue.waiting.poll();
    size--;
    turn = queue.turn;
    queue.turn += 1.0 / chosen.priority().weight();
  }

  private Queue queue(Priority priority) {
    Queue queue = queues.get(priority);
    if (queue == null) {
      throw new IllegalStateException("no queue for " + priority);
    }
    return queue;
  }
}
