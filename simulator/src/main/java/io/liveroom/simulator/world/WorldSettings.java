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
 * @param traps which oddities are on
 */
public record WorldSettings(
    long seed, int rooms, Instant epoch, Duration life, RoomMix mix, Traps traps) {
  /** Shorter broadcasts would be over before anything happens. */
  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(10);

  public WorldSettings {
    if (rooms < 1) {
      throw new IllegalArgumentException("rooms must be at least 1: " + rooms);
    }
    if (life.compareTo(SHORTEST_LIFE) < 0) {
      throw new IllegalArgumentException("life must be at least PT10S: " + life);
    }
  }
}
