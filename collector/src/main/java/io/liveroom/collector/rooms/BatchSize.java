package io.liveroom.collector.rooms;

/**
 * How many rooms one request may ask about: halved when the service refuses, growing back slowly.
 */
final class BatchSize {

  private static final int STEPS = 8; // grows by an eighth

  private final int most;
  private int now;
  private boolean isRefused; // since it grew last

  BatchSize(int most) {
    this.most = most;
    this.now = most;
  }

  int now() {
    return now;
  }

  /** A batch of so many was refused. */
  void refused(int size) {
    now = Math.max(1, Math.min(now, size / 2));
    isRefused = true;
  }

  /** A round has begun. */
  void grow() {
    if (!isRefused) {
      now = Math.min(most, now + Math.max(1, now / STEPS));
    }
    isRefused = false;
  }
}
