package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics, connectors and rules as resources are those of the files that everything else reads. */
final class StrimziTest {

  private static final Path CONNECTORS = Path.of("../connect/connectors/postgresql");
  private static final Path RULES = Path.of("../prometheus/rules/liveroom.yml");

  private final List<JsonNode> manifests = Chart.render(Chart.values("everything"));

  @Test
  void topicsFile_asShipped_isTodaysCatalogue() throws IOException {
    Path shipped = Path.of("liveroom", "files", "topics.json");
    Path today = Path.of("target", "topics.json");
    Files.createDirectories(today.getParent());
    Files.writeString(today, TopicsFile.text());

    assertThat(Files.readString(shipped))
        .as("the catalogue changed: cp deploy/helm/%s deploy/helm/%s", today, shipped)
        .isEqualTo(TopicsFile.text());
  }

  @Test
  void kafkaTopics_everyOption_areTheCatalogueWithItsSettings() {
    List<JsonNode> made = Chart.ofKind(manifests, "KafkaTopic");

    Map<String, Map<String, String>> configs = new HashMap<>();
    for (JsonNode topic : made) {
      assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(24);
      assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(2);
      assertThat(topic.at("/metadata/name").asText()).matches("[a-z0-9.-]+");
      assertThat(topic.at("/metadata/annotations").path("helm.sh/resource-policy").asText())
          .isEqualTo("keep");
      configs.put(topic.at("/spec/topicName").asText(), texts(topic.at("/spec/config")));
    }
    assertThat(configs)
        .isEqualTo(
            new Topics("liveroom.test_1")
                .all().stream().collect(Collectors.toMap(Topic::name, Topic::config)));
  }

  @Test
  void kafkaConnectors_everyFileOfTheWarehouse_isOneWithItsSettings() throws IOException {
    Map<String, Map<String, String>> expected = new HashMap<>();
    try (Stream<Path> files = Files.list(CONNECTORS)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        expected.put("liveroom-" + name, texts(new ObjectMapper().readTree(file.toFile())));
      }
    }
    assertThat(expected).isNotEmpty();

    Map<String, Map<String, String>> made = new HashMap<>();
    for (JsonNode connector : Chart.ofKind(manifests, "KafkaConnector")) {
      ObjectNode config = connector.at("/spec/config").deepCopy();
      config.set("connector.class", connector.at("/spec/class"));
      config.set("tasks.max", connector.at("/spec/tasksMax"));
      made.put(connector.at("/metadata/name").asText(), texts(config));
    }
    assertThat(made).isEqualTo(expected);
  }

  @Test
  void prometheusRule_itsGroups_areThoseOfTheFile() throws IOException {
    JsonNode file = Chart.documents(Files.readString(RULES)).get(0);

    assertThat(file.path("groups")).isNotEmpty();
    assertThat(Chart.ofKind(manifests, "PrometheusRule"))
        .singleElement()
        .extracting(rule -> rule.path("spec"))
        .isEqualTo(file);
  }

  private static Map<String, String> texts(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asText()));
  }
}
