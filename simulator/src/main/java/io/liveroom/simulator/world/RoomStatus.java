package io.liveroom.simulator.world;

/** Where a broadcast is in its life, with the platform's code. */
public enum RoomStatus {
  PREPARING(1),
  LIVE(2),
  PAUSED(3),
  ENDED(4);

  private final int code;

  RoomStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
