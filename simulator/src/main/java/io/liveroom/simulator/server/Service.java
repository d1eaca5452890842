package io.liveroom.simulator.server;

import io.liveroom.simulator.world.Seed;
import io.liveroom.simulator.world.Traps;

/**
 * What holds for the service as a whole.
 *
 * @param token who knows it is welcome
 * @param seed what its moods follow from
 * @param traps which oddities are on
 */
public record Service(String token, Seed seed, Traps traps) {
  /** Never the token. */
  @Override
  public String toString() {
    return "Service[token=***, seed=" + seed + "]";
  }
}
