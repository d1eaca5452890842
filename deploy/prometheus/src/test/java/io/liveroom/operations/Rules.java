package io.liveroom.operations;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of this folder, as Prometheus reads them. */
final class Rules {

  static final Path FILE = Path.of("rules/liveroom.yml");
  static final List<Path> TESTS =
      List.of(
          Path.of("tests/processes.yml"),
          Path.of("tests/collecting.yml"),
          Path.of("tests/processing.yml"));

  private Rules() {}

  /** All alerts. */
  static List<Map<?, ?>> alerts() throws IOException {
    return maps(read(FILE), "groups").stream()
        .flatMap(group -> maps(group, "rules").stream())
        .filter(rule -> rule.containsKey("alert"))
        .toList();
  }

  static String name(Map<?, ?> alert) {
    return String.valueOf(alert.get("alert"));
  }

  static Map<?, ?> read(Path yaml) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(yaml.toString()).build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(yaml));
  }

  /** A map within a map; there must be one. */
  static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) requireNonNull(parent.get(key), key);
  }

  /** A list of maps within a map; there must be one. */
  static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
    List<?> list = (List<?>) requireNonNull(parent.get(key), key);
    return list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }
}
