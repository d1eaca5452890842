package io.liveroom.local;

import io.liveroom.cli.roles.SimulatorMapping;
import io.liveroom.cli.settings.SettingKey;
import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a simulated world follows from, remembered in a file: a restart goes on with the same rooms.
 * A setting that somebody names wins over what is remembered; another seed begins another world.
 */
final class SimulatedWorld {

  private static final List<SettingKey<?>> REMEMBERED =
      List.of(SimulatorKeys.SEED, SimulatorKeys.EPOCH, SimulatorKeys.ROOMS, SimulatorKeys.LIFE);

  private final Path file;

  SimulatedWorld(Path file) {
    this.file = file;
  }

  /** What is remembered, for settings that nobody names. */
  Map<String, String> remembered(Settings settings) {
    Map<String, String> kept = read();
    boolean isAnother =
        settings.isNamed(SimulatorKeys.SEED)
            && !settings
                .get(SimulatorKeys.SEED)
                .toString()
                .equals(kept.get(SimulatorKeys.SEED.name()));
    if (isAnother) {
      kept.remove(SimulatorKeys.EPOCH.name());
    }
    REMEMBERED.stream().filter(settings::isNamed).forEach(key -> kept.remove(key.name()));
    return kept;
  }

  /** Remembers the world that is about to run. */
  SimulatorSettings remember(Settings settings, Instant now) {
    SimulatorSettings simulator = SimulatorMapping.of(settings, now);
    write(
        Map.of(
            SimulatorKeys.SEED.name(), Long.toString(simulator.world().seed()),
            SimulatorKeys.EPOCH.name(), simulator.world().epoch().toString(),
            SimulatorKeys.ROOMS.name(), Integer.toString(simulator.world().rooms()),
            SimulatorKeys.LIFE.name(), simulator.world().life().toString()));
    return simulator;
  }

  private Map<String, String> read() {
    Map<String, String> kept = new TreeMap<>();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        Properties properties = new Properties();
        properties.load(reader);
        REMEMBERED.stream()
            .map(SettingKey::name)
            .filter(properties::containsKey)
            .forEach(name -> kept.put(name, properties.getProperty(name)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return kept;
  }

  private void write(Map<String, String> world) {
    Properties properties = new Properties();
    properties.putAll(world);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "the simulated world: a restart goes on with it");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
