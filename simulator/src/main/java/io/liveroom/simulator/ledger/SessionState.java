package io.liveroom.simulator.ledger;

/** Where a broadcast is, as far as the answers sent tell. */
public enum SessionState {
  UNKNOWN,
  PREPARING,
  LIVE,
  PAUSED,
  ENDED
}
