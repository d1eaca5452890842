package io.liveroom.collector.publish;

/**
 * The catalogue of counters. What was received is accounted for: received = published + duplicates
 * + dead letters + shed, once nothing is in flight.
 */
public enum Counted {
  RECEIVED("facts and unreadable parts that came from the platform"),
  PUBLISHED("facts that Kafka has acknowledged"),
  DUPLICATES("facts that had been seen before"),
  DEAD_LETTERS("unreadable parts that Kafka has acknowledged"),
  SHED("what had to be given up: 0 unless Kafka refused it for good"),
  GAPS("stretches of a room that were not seen"),
  REQUESTS("requests to the platform"),
  REQUESTS_THROTTLED("of them, answered with wait"),
  REQUESTS_REFUSED("of them, token not accepted"),
  REQUESTS_FAILED("of them, without a usable answer"),
  REQUESTS_LEFT_OUT("of them, never sent: there was no place in the budget"),
  REQUESTS_UNREADABLE("of them, with an answer that could not be read"),
  SOCKETS_OPENED("chat sockets that were upgraded"),
  SOCKETS_CLOSED("chat sockets that have ended");

  private final String meaning;

  Counted(String meaning) {
    this.meaning = meaning;
  }

  /** One line for people, the help text of the metric. */
  public String meaning() {
    return meaning;
  }
}
