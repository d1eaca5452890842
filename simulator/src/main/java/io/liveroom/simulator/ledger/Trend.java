package io.liveroom.simulator.ledger;

/** Where the online figure is going. */
public enum Trend {
  RISING,
  FALLING,
  STEADY,
  UNKNOWN
}
