package io.liveroom.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The connectors as they are shipped. */
final class Connectors {

  /** The folder of those for PostgreSQL. */
  static final Path POSTGRESQL = Path.of("connectors", "postgresql");

  private static final String PREFIX = "${env:LIVEROOM_TOPICS_PREFIX}";

  private Connectors() {}

  /** One table that a connector fills. */
  record Table(String name, Topic<?> topic, List<String> key) {}

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The file's name without its ending. */
  static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".json", "");
  }

  /** What the connectors for PostgreSQL fill, from which topic of a catalogue, by which key. */
  static List<Table> tables(Topics topics) throws IOException {
    return files(POSTGRESQL).stream().map(file -> table(read(file), topics)).toList();
  }

  static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private static Table table(JsonNode connector, Topics topics) {
    String suffix = connector.get("topics").asText().replace(PREFIX, "");
    Topic<?> topic =
        topics.all().stream()
            .filter(each -> each.name().endsWith(suffix))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no topic ends with " + suffix));
    return new Table(
        connector.get("collection.name.format").asText(),
        topic,
        List.of(connector.get("primary.key.fields").asText().split(",")));
  }
}
