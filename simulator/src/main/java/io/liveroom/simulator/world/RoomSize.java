package io.liveroom.simulator.world;

/** How big a room is: people at its peak and messages per second. */
public enum RoomSize {
  SMALL(15, 100, 0.02, 0.3),
  MEDIUM(500, 2_000, 0.5, 2),
  LARGE(8_000, 16_000, 2, 7);

  final int fewestPeople;
  final int mostPeople;
  final double slowest;
  final double fastest;

  RoomSize(int fewestPeople, int mostPeople, double slowest, double fastest) {
    this.fewestPeople = fewestPeople;
    this.mostPeople = mostPeople;
    this.slowest = slowest;
    this.fastest = fastest;
  }
}
