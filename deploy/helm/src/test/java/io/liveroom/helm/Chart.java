package io.liveroom.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The chart of this folder, rendered by Helm. */
final class Chart {

  /** Where the chart is, seen from its module. */
  static final Path DIRECTORY = Path.of("liveroom").toAbsolutePath();

  /** The least that the chart says it needs. */
  private static final String OLDEST_KUBERNETES = "1.29.0";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Chart() {}

  /** One of the files of values that come with the chart. */
  static Path values(String name) {
    return DIRECTORY.resolve("ci").resolve(name + "-values.yaml");
  }

  /**
   * What Helm would give to Kubernetes, with the setup as a part like others: as a hook Helm keeps
   * it apart. Throws with Helm's words where it refuses.
   *
   * @param values files of values, the later one wins
   */
  static List<JsonNode> render(Path... values) {
    return documents(command(new Helm(DIRECTORY).template(), values).set("setup.hook", false));
  }

  /** A command that renders a chart. */
  static TemplateCommand command(TemplateCommand chart, Path... values) {
    TemplateCommand command =
        chart.withName("liveroom").withNamespace("live").withKubeVersion(OLDEST_KUBERNETES);
    for (Path file : values) {
      command = command.withValuesFile(file);
    }
    return command;
  }

  static List<JsonNode> documents(TemplateCommand command) {
    return documents(command.call());
  }

  /** Those of one kind. */
  static List<JsonNode> ofKind(Collection<JsonNode> manifests, String kind) {
    return manifests.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
  }

  /** A text of YAML as trees, empty documents left out. */
  static List<JsonNode> documents(String yaml) {
    List<JsonNode> all = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(yaml)
        .forEach(
            document -> {
              if (document != null) {
                all.add(JSON.valueToTree(document));
              }
            });
    return all;
  }

  /** Kind and name, for a message. */
  static String title(JsonNode manifest) {
    return manifest.path("kind").asText() + " " + manifest.at("/metadata/name").asText();
  }

  /** The pod that a manifest makes; missing where it makes none. */
  static JsonNode pod(JsonNode manifest) {
    return manifest.at("/spec/template/spec");
  }

  /** All containers of a pod, those that come first too. */
  static List<JsonNode> containers(JsonNode pod) {
    List<JsonNode> all = new ArrayList<>();
    pod.path("initContainers").forEach(all::add);
    pod.path("containers").forEach(all::add);
    return all;
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
