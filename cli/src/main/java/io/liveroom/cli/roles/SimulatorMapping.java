package io.liveroom.cli.roles;

import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.simulator.world.Trap;
import io.liveroom.simulator.world.Traps;
import java.time.Instant;
import java.util.Optional;

/** How settings become a simulator's. */
public final class SimulatorMapping {

  private SimulatorMapping() {}

  /**
   * A simulator's settings; throws {@link io.liveroom.cli.settings.SettingMistakes} with all that
   * is wrong.
   *
   * @param epoch when its world begins, where no setting says so
   */
  public static SimulatorSettings of(Settings settings, Instant epoch) {
    Attempts attempts = new Attempts();
    Optional<SimulatorSettings> mapped = attempts.attempt(() -> map(settings, epoch));
    attempts.finish();
    return mapped.orElseThrow();
  }

  private static SimulatorSettings map(Settings settings, Instant epoch) {
    SimulatorSettings defaults =
        SimulatorSettings.defaults(settings.find(SimulatorKeys.EPOCH).orElse(epoch));
    return new SimulatorSettings(
            settings.get(SimulatorKeys.HOST),
            settings.get(SimulatorKeys.PORT),
            settings.get(SimulatorKeys.TOKEN),
            defaults.world(),
            settings.get(SimulatorKeys.KEEPS_FACTS))
        .withSeed(settings.get(SimulatorKeys.SEED))
        .withRooms(settings.get(SimulatorKeys.ROOMS))
        .withLife(settings.get(SimulatorKeys.LIFE))
        .withPace(settings.get(SimulatorKeys.PACE))
        .withFresh(settings.get(SimulatorKeys.FRESH))
        .withTraps(traps(settings.get(SimulatorKeys.TRAPS)));
  }

  private static Traps traps(String word) {
    return switch (word) {
      case "none" -> Traps.none();
      case "countable" -> Traps.standard().without(Trap.REFUSED_UPGRADES).without(Trap.MISSING_IDS);
      default -> Traps.standard();
    };
  }
}
