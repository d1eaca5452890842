package io.liveroom.processor.api;

/** Where a reader's events go. */
interface Outlet {

  /** It takes no more now: what is written nevertheless lies in memory. */
  boolean isFull();

  void write(String text);

  /** Ends it in order. */
  void end();

  /** Drops it with what it has not sent. */
  void cut();
}
