package io.liveroom.collector;

import java.util.Locale;

/** What can be wrong with a collector, as an operator would name it. */
public enum Trouble {
  /** Kafka refuses records, or has refused some for good. */
  KAFKA,
  /** What was received is not accounted for. */
  BALANCE,
  /** Kafka takes less than comes in. */
  PRESSURE,
  /** The platform refuses the token. */
  TOKEN,
  /** The platform lets no chat socket in. */
  SOCKETS,
  /** This worker does not take its share of the rooms. */
  WATCHLIST;

  /** A metric's tag. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
