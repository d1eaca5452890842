package io.liveroom.processor.room;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of rooms' states may stay live after a commit, of all stores of a process together. What
 * a state takes is reckoned by the bytes it is written in. Safe for several threads.
 */
final class LiveMemory {

  /** A live state takes some six times its bytes: this is about four tenths of the heap. */
  private static final int PART_OF_HEAP = 16;

  /** Of this process. */
  static final LiveMemory OF_PROCESS =
      new LiveMemory(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param most bytes, in written form
   */
  LiveMemory(long most) {
    this.most = most;
  }

  /** Notes that so many bytes more, or fewer, are live. */
  void add(long bytes) {
    taken.addAndGet(bytes);
  }

  boolean isExceeded() {
    return taken.get() > most;
  }
}
