package io.liveroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.liveroom.cli.settings.SettingSources;
import io.liveroom.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** docker-compose.yml against the command it runs; no container is started. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..");

  private final Path directory;
  private final ComposeFile file;

  ComposeFileTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.file = new ComposeFile(ROOT.resolve("docker-compose.yml"));
  }

  @Test
  void environment_everyServiceOfOurs_isKnownAndValid() {
    assertThat(file.ours()).containsKeys("collector", "processor", "topics", "schemas");
    file.ours()
        .forEach(
            (name, service) ->
                assertThatCode(() -> settings(ComposeFile.environment(service)))
                    .as(name)
                    .doesNotThrowAnyException());
  }

  @Test
  void settingsFile_itsExamples_areKnownAndValid() throws IOException {
    Map<String, String> examples =
        Files.readAllLines(ROOT.resolve("deploy/docker/settings.env")).stream()
            .map(line -> line.replaceFirst("^# ?", ""))
            .filter(line -> line.startsWith("LIVEROOM_"))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(examples).isNotEmpty();
    assertThatCode(() -> settings(examples)).doesNotThrowAnyException();
  }

  @Test
  void command_everyServiceOfOurs_canBeParsed() {
    CommandLine command = Liveroom.commandLine(Shell.system(), Map.of());
    file.ours()
        .forEach(
            (name, service) -> {
              String[] words = ComposeFile.texts(service.get("command")).toArray(String[]::new);
              assertThatCode(() -> command.parseArgs(words)).as(name).doesNotThrowAnyException();
            });
  }

  @Test
  void everyService_isANumericUserThatWritesNowhereElse() {
    file.services()
        .forEach(
            (name, service) -> {
              assertThat(String.valueOf(service.get("user"))).as(name).matches("[1-9]\\d*:\\d+");
              assertThat(service).as(name).containsEntry("read_only", "true");
              assertThat(ComposeFile.texts(service.get("cap_drop"))).as(name).contains("ALL");
              assertThat(ComposeFile.texts(service.get("ports")))
                  .as(name)
                  .allMatch(port -> port.startsWith("127.0.0.1:"));
            });
  }

  @Test
  void references_servicesVolumesSecrets_exist() {
    Set<String> services = file.services().keySet();
    file.services()
        .forEach(
            (name, service) -> {
              assertThat(services)
                  .as(name)
                  .containsAll(ComposeFile.map(service.get("depends_on")).keySet());
              assertThat(file.under("secrets").keySet())
                  .as(name)
                  .containsAll(ComposeFile.texts(service.get("secrets")));
              assertThat(file.under("volumes").keySet())
                  .as(name)
                  .containsAll(namedVolumes(service));
            });
    file.under("secrets")
        .values()
        .forEach(
            secret ->
                assertThat(ROOT.resolve(String.valueOf(ComposeFile.map(secret).get("file"))))
                    .isRegularFile());
  }

  private static List<String> namedVolumes(Map<String, Object> service) {
    return ComposeFile.texts(service.get("volumes")).stream()
        .filter(volume -> volume.matches("[a-z].*:.*"))
        .map(volume -> volume.substring(0, volume.indexOf(':')))
        .toList();
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.load(
        new SettingSources(Map.of(), Map.of(), environment, Optional.empty(), directory));
  }
}
