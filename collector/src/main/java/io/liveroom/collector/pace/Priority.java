package io.liveroom.collector.pace;

/** What goes first when there are more requests than places. */
public enum Priority {
  /** Which rooms are live: everything else follows from it. */
  STATUS(8),
  /** A chat socket. What it misses never comes again. */
  CONNECT(8),
  /** Counters of a room. */
  INFO(3),
  /** Chat by repeated GET. */
  CHAT(3),
  /** What can wait. */
  REST(1);

  private final int weight;

  Priority(int weight) {
    this.weight = weight;
  }

  /** Its share of the places, beside the others that wait. */
  int weight() {
    return weight;
  }

  /** Whether an answer is waited for, so that it counts among the requests at the same time. */
  boolean isAnswered() {
    return this != CONNECT;
  }
}
