package io.liveroom.cli.roles;

import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.simulator.SimulatorSettings;
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
            false)
        .withSeed(settings.get(SimulatorKeys.SEED))
        .withRooms(settings.get(SimulatorKeys.ROOMS))
        .withLife(settings.get(SimulatorKeys.LIFE));
  }
}
