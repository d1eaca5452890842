package io.liveroom.cli.settings;

import static io.liveroom.cli.settings.SettingKey.optional;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Settings of the simulator. */
public final class SimulatorKeys {

  public static final SettingKey<String> HOST =
      new SettingKey<>(
          "liveroom.simulator.host", SettingType.TEXT, "127.0.0.1", "address it listens on");

  public static final SettingKey<Integer> PORT =
      new SettingKey<>(
          "liveroom.simulator.port", SettingType.COUNT_OR_NONE, "8090", "port; 0 = any free one");

  public static final SettingKey<Integer> ROOMS =
      new SettingKey<>("liveroom.simulator.rooms", SettingType.COUNT, "20", "rooms in its world");

  public static final SettingKey<Long> SEED =
      new SettingKey<>(
          "liveroom.simulator.seed", SettingType.WHOLE, "1", "the same seed makes the same world");

  public static final SettingKey<Instant> EPOCH =
      optional(
          "liveroom.simulator.epoch", SettingType.INSTANT, "when its world begins; now if unset");

  public static final SettingKey<Duration> LIFE =
      new SettingKey<>(
          "liveroom.simulator.life",
          SettingType.DURATION_TYPE,
          "2h",
          "usual length of a broadcast");

  public static final SettingKey<Double> PACE =
      new SettingKey<>(
          "liveroom.simulator.pace",
          SettingType.FACTOR,
          "1",
          "times as talkative as usual: rooms say about 1 message a second each at 1");

  public static final SettingKey<Boolean> FRESH =
      new SettingKey<>(
          "liveroom.simulator.fresh",
          SettingType.SWITCH,
          "false",
          "whether all rooms have just begun, so that none ends soon");

  public static final SettingKey<String> TRAPS =
      new SettingKey<>(
          "liveroom.simulator.traps",
          SettingType.oneOf("standard", "countable", "none"),
          "standard",
          "oddities of its rooms; countable: no room refuses a socket, every message has an id");

  public static final SettingKey<Boolean> KEEPS_FACTS =
      new SettingKey<>(
          "liveroom.simulator.keeps-facts",
          SettingType.SWITCH,
          "false",
          "whether the ledger keeps single facts, which its figures need; takes memory");

  public static final SettingKey<String> TOKEN =
      new SettingKey<>(
          "liveroom.simulator.token",
          SettingType.TEXT,
          "simulated-token",
          "token its clients must present; no secret, the world is invented");

  private SimulatorKeys() {}

  static List<SettingKey<?>> all() {
    return List.of(HOST, PORT, ROOMS, SEED, EPOCH, LIFE, PACE, FRESH, TRAPS, KEEPS_FACTS, TOKEN);
  }
}
