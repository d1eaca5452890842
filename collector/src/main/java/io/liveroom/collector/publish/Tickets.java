package io.liveroom.collector.publish;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many records from the platform are at hand. Each is covered by a ticket from before it is
 * counted as received until after it is counted as whatever became of it; for a moment by two, when
 * one part hands it to another. Safe for all threads.
 */
final class Tickets {

  private final LongAdder opened = new LongAdder();
  private final LongAdder closed = new LongAdder();

  void open(int records) {
    opened.add(records);
  }

  void close(int records) {
    closed.add(records);
  }

  /** So far; it only grows. */
  long opened() {
    return opened.sum();
  }

  /** So far; it only grows, and never beyond {@link #opened}. */
  long closed() {
    return closed.sum();
  }
}
