package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strict reading is worth something: a mistake put into what the chart makes is found. */
final class PlantedMistakesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> manifests = Chart.render(Chart.values("everything"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // wrong type, unknown field, missing field, bad quantity
        "StatefulSet    | /spec                                 | replicas    | 'two'  | two",
        "StatefulSet    | /spec                                 | replcas     | 2      | replcas",
        "StatefulSet    | /spec/template/spec/containers/0      | name        |        | name",
        "StatefulSet    | /spec/template/spec/containers/0/resources/limits | memory | '5x' | 5x",
        "Job            | /spec                                 | backoffLimit| 'many' | many",
        "Job            | /spec/template/spec                   | restartPolcy| 'Never'| restartPolcy",
        "Service        | /spec/ports/0                         | port        |        | port",
        "NetworkPolicy  | /spec/ingress/0                       | form        | 1      | form",
        "KafkaTopic     | /spec                                 | partitions  | 'many' | many",
        "KafkaTopic     | /spec                                 | partition   | 12     | /spec/partition",
        "KafkaUser      | /spec/authorization/acls/0            | resource    |        | resource",
        "KafkaUser      | /spec/authorization/acls/0/resource   | prefix      | true   | resource/prefix",
        "KafkaConnector | /spec                                 | tasksMax    | 'one'  | one",
        "ServiceMonitor | /spec                                 | selector    |        | selector",
        "ServiceMonitor | /spec/endpoints/0                     | intervall   | '15s'  | intervall",
        "PrometheusRule | /spec/groups/0/rules/0                | expr        |        | expr",
        "PrometheusRule | /spec/groups/0                        | rules       | 'none' | ArrayList",
      })
  void mistakes_onePlanted_isNamed(
      String kind, String place, String field, String value, String words)
      throws JsonProcessingException {
    JsonNode manifest = Chart.ofKind(manifests, kind).get(0).deepCopy();
    assertThat(Manifests.mistakes(manifest)).isEmpty();

    ObjectNode parent = (ObjectNode) manifest.at(place);
    if (value == null) {
      assertThat(parent.remove(field)).as(field).isNotNull();
    } else {
      parent.set(field, value.matches("\\d+|true") ? JSON.readTree(value) : parent.textNode(value));
    }

    assertThat(Manifests.mistakes(manifest)).anyMatch(mistake -> mistake.contains(words));
  }
}
