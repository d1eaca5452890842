package io.liveroom.local;

import io.liveroom.cli.ExitCode;
import io.liveroom.cli.PlatformOptions;
import io.liveroom.cli.UserMistake;
import io.liveroom.cli.rooms.RoomId;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.local.table.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code up}. */
final class UpOptions {

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Option(names = "--room", paramLabel = "ID", description = "A room to watch; repeatable.")
  private List<String> rooms = List.of();

  @Option(
      names = "--rooms",
      paramLabel = "N",
      description = "How many rooms the simulator has; 20 if not said.")
  private @Nullable Integer simulated;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where data lives; .liveroom if not named. A restart goes on where it was.")
  private @Nullable String dataDirectory;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "Kafka broker, 127.0.0.1:${DEFAULT-VALUE}; 0 = any free one.")
  private int brokerPort = 9092;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Schema registry, 127.0.0.1:${DEFAULT-VALUE}; 0 = any free one.")
  private int registryPort = 8081;

  @Option(
      names = "--simulator-port",
      paramLabel = "PORT",
      description = "Simulator, 127.0.0.1:8090 if not named; 0 = any free one.")
  private @Nullable Integer simulatorPort;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "The table's language; the locale's if not named.")
  private @Nullable Language language;

  /** What these options say about settings. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(platform.settings());
    put(settings, CommonKeys.DATA_DIRECTORY.name(), dataDirectory);
    put(settings, SimulatorKeys.ROOMS.name(), simulated);
    put(settings, SimulatorKeys.PORT.name(), simulatorPort);
    return settings;
  }

  List<String> rooms() {
    rooms.stream()
        .filter(id -> !RoomId.isValid(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new UserMistake(
                  ExitCode.USAGE, "--room must be a room id, 1 to 20 digits: was \"" + id + "\"");
            });
    return rooms;
  }

  int brokerPort() {
    return brokerPort;
  }

  int registryPort() {
    return registryPort;
  }

  Optional<Language> language() {
    return Optional.ofNullable(language);
  }

  private static void put(Map<String, String> settings, String key, @Nullable Object value) {
    if (value != null) {
      settings.put(key, value.toString());
    }
  }
}
