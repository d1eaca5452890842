package io.liveroom.simulator.world;

/**
 * How many of the rooms are of each size: shares of the whole.
 *
 * @param small share of rooms with up to 100 people
 * @param medium share of rooms with about a thousand
 * @param large share of rooms with about ten thousand
 */
public record RoomMix(double small, double medium, double large) {
  public RoomMix {
    if (!(small >= 0 && medium >= 0 && large >= 0 && small + medium + large > 0)) {
      throw new IllegalArgumentException(
          "room mix must be shares >= 0 of which one is > 0: "
              + small
              + "/"
              + medium
              + "/"
              + large);
    }
  }

  /** Mostly small rooms, as on the real platform. */
  public static RoomMix usual() {
    return new RoomMix(0.55, 0.35, 0.1);
  }

  /** The size that a point of 0..1 falls on. */
  RoomSize at(double point) {
    double place = point * (small + medium + large);
    if (place < small) {
      return RoomSize.SMALL;
    }
    return place < small + medium ? RoomSize.MEDIUM : RoomSize.LARGE;
  }
}
