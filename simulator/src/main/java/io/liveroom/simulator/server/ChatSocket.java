package io.liveroom.simulator.server;

/** One client's open chat connection. */
interface ChatSocket {
  /** How the ledger calls it. */
  String name();

  /**
   * Sends a text frame; false where nothing was sent, as the client is gone, or is cut off for
   * reading too slowly.
   */
  boolean send(String frame);

  /** Breaks the connection off. */
  void cut();
}
