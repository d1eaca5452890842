package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.liveroom.cli.Liveroom;
import io.liveroom.cli.Shell;
import io.liveroom.cli.settings.SettingSources;
import io.liveroom.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The chart against the command that its containers run. */
final class SettingsTest {

  private final Path directory;

  SettingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(strings = {"smallest", "production", "everything"})
  void environment_everyContainer_isKnownAndValid(String name) {
    containers(name)
        .forEach(
            container ->
                assertThatCode(() -> settings(environment(container)))
                    .as(container.path("name").asText())
                    .doesNotThrowAnyException());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smallest", "production", "everything"})
  void arguments_everyContainer_canBeParsed(String name) {
    CommandLine command = Liveroom.commandLine(Shell.system(), Map.of());

    containers(name)
        .forEach(
            container -> {
              String[] words = Chart.texts(container.path("args")).toArray(String[]::new);
              assertThat(words).isNotEmpty();
              assertThatCode(() -> command.parseArgs(words)).doesNotThrowAnyException();
            });
  }

  @Test
  void alerts_ofTheValues_areRulesOfTheProcessor() throws IOException {
    JsonNode file =
        Chart.ofKind(Chart.render(Chart.values("everything")), "ConfigMap").get(0).path("data");
    Path rules =
        Files.writeString(directory.resolve("alerts.yaml"), file.path("alerts.yaml").asText());

    int code =
        Liveroom.commandLine(Shell.system(), Map.of())
            .execute("alerts", "rules", "--file", rules.toString());

    assertThat(code).isZero();
  }

  private static List<JsonNode> containers(String name) {
    List<JsonNode> all =
        Chart.render(Chart.values(name)).stream()
            .flatMap(each -> Chart.containers(Chart.pod(each)).stream())
            .toList();
    assertThat(all).extracting(each -> each.path("name").asText()).contains("collector", "schemas");
    return all;
  }

  /** As the container sees it: named after its pod, and with every mounted file there. */
  private Map<String, String> environment(JsonNode container) {
    Map<String, String> all = new HashMap<>();
    container
        .path("env")
        .forEach(
            each -> {
              boolean isOfPod =
                  each.at("/valueFrom/fieldRef/fieldPath").asText().equals("metadata.name");
              String value = isOfPod ? "liveroom-collector-0" : each.path("value").asText();
              all.put(
                  each.path("name").asText(), value.startsWith("/run/secrets") ? secret() : value);
            });
    return all;
  }

  private String secret() {
    try {
      return Files.writeString(directory.resolve("secret"), "0123456789abcdef").toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.load(
        new SettingSources(Map.of(), Map.of(), environment, Optional.empty(), directory));
  }
}
