package io.liveroom.simulator;

import io.liveroom.simulator.world.RoomMix;
import io.liveroom.simulator.world.Traps;
import io.liveroom.simulator.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * How to stand in for the platform.
 *
 * @param host where to listen
 * @param port where to listen; 0 for any free one
 * @param token what clients must present
 * @param world what the rooms follow from
 * @param keepsFacts whether the ledger keeps single facts, without which it has no figures: they
 *     take memory for as long as the simulator runs
 */
public record SimulatorSettings(
    String host, int port, String token, WorldSettings world, boolean keepsFacts) {
  public SimulatorSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("simulator port must be within 0..65535: " + port);
    }
    if (token.isEmpty()) {
      throw new IllegalArgumentException("simulator token must not be empty");
    }
  }

  /**
   * Twenty rooms on a free local port.
   *
   * @param epoch when the world begins: keep it, with the seed, and the world goes on where it was
   */
  public static SimulatorSettings defaults(Instant epoch) {
    return new SimulatorSettings(
        "127.0.0.1",
        0,
        "simulated-token",
        new WorldSettings(1, 20, epoch, Duration.ofHours(2), RoomMix.usual(), Traps.standard()),
        false);
  }

  public SimulatorSettings withPort(int other) {
    return new SimulatorSettings(host, other, token, world, keepsFacts);
  }

  public SimulatorSettings withToken(String other) {
    return new SimulatorSettings(host, port, other, world, keepsFacts);
  }

  public SimulatorSettings withKeepsFacts(boolean keeps) {
    return new SimulatorSettings(host, port, token, world, keeps);
  }

  public SimulatorSettings withSeed(long seed) {
    return withWorld(world.withSeed(seed));
  }

  public SimulatorSettings withRooms(int rooms) {
    return withWorld(world.withRooms(rooms));
  }

  public SimulatorSettings withLife(Duration life) {
    return withWorld(world.withLife(life));
  }

  public SimulatorSettings withMix(RoomMix mix) {
    return withWorld(world.withMix(mix));
  }

  public SimulatorSettings withPace(double pace) {
    return withWorld(world.withPace(pace));
  }

  public SimulatorSettings withFresh(boolean isFresh) {
    return withWorld(world.withFresh(isFresh));
  }

  public SimulatorSettings withTraps(Traps traps) {
    return withWorld(world.withTraps(traps));
  }

  public SimulatorSettings withWorld(WorldSettings other) {
    return new SimulatorSettings(host, port, token, other, keepsFacts);
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "SimulatorSettings[host="
        + host
        + ", port="
        + port
        + ", token=***, world="
        + world
        + "]";
  }
}
