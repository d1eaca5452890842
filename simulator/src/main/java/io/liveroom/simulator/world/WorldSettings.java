package io.liveroom.simulator.world;

import java.time.Duration;
import java.time.Instant;

/**
 * What a world follows from: equal settings give equal worlds.
 *
 * @param seed any number
 * @param rooms how many anchors there are; each has one room at a time
 * @param epoch when the world begins; some rooms have begun before
 * @param life usual length of a broadcast
 * @param mix how many rooms of each size
 * @param pace times as talkative as usual; the census goes at its own pace
 * @param isFresh whether every room has just begun at the epoch, so that none ends soon; else most
 *     are in the midst of it
 * @param traps which oddities are on
 */
public record WorldSettings(
    long seed,
    int rooms,
    Instant epoch,
    Duration life,
    RoomMix mix,
    double pace,
    boolean isFresh,
    Traps traps) {
  /** Shorter broadcasts would be over before anything happens. */
  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(10);

  public WorldSettings {
    if (rooms < 1) {
      throw new IllegalArgumentException("rooms must be at least 1: " + rooms);
    }
    if (life.compareTo(SHORTEST_LIFE) < 0) {
      throw new IllegalArgumentException("life must be at least PT10S: " + life);
    }
    if (!(pace > 0)) {
      throw new IllegalArgumentException("pace must be above 0: " + pace);
    }
  }

  /** As talkative as usual, in the midst of it. */
  public WorldSettings(
      long seed, int rooms, Instant epoch, Duration life, RoomMix mix, Traps traps) {
    this(seed, rooms, epoch, life, mix, 1, false, traps);
  }

  public WorldSettings withSeed(long other) {
    return new WorldSettings(other, rooms, epoch, life, mix, pace, isFresh, traps);
  }

  public WorldSettings withRooms(int other) {
    return new WorldSettings(seed, other, epoch, life, mix, pace, isFresh, traps);
  }

  public WorldSettings withLife(Duration other) {
    return new WorldSettings(seed, rooms, epoch, other, mix, pace, isFresh, traps);
  }

  public WorldSettings withMix(RoomMix other) {
    return new WorldSettings(seed, rooms, epoch, life, other, pace, isFresh, traps);
  }

  public WorldSettings withPace(double other) {
    return new WorldSettings(seed, rooms, epoch, life, mix, other, isFresh, traps);
  }

  public WorldSettings withFresh(boolean other) {
    return new WorldSettings(seed, rooms, epoch, life, mix, pace, other, traps);
  }

  public WorldSettings withTraps(Traps other) {
    return new WorldSettings(seed, rooms, epoch, life, mix, pace, isFresh, other);
  }
}
