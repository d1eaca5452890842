package io.liveroom.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no broker: help, exit codes and sentences. */
class CommandLineTest {

  private static final String NOBODY = "liveroom.kafka.bootstrap-servers=127.0.0.1:1";

  private final Path directory;

  CommandLineTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "config",
        "tail",
        "rooms",
        "rooms add",
        "rooms remove",
        "rooms list",
        "rooms import",
        "rooms workers",
        "rooms discover",
        "topics",
        "topics apply",
        "topics show",
        "schemas",
        "schemas register",
        "schemas check",
        "schemas asyncapi",
        "schemas types",
        "collector",
        "processor",
        "simulator",
        "doctor",
        "alerts",
        "alerts rules",
        "alert-webhook",
        "dead-letters",
        "dead-letters list",
        "dead-letters show",
        "dead-letters replay"
      })
  void help_everyCommand_isAsReviewed(String command) throws IOException {
    CommandRun run = CommandRun.of(directory, words(command, "--help"));
    assertThat(run.code()).isZero();
    String name = command.isEmpty() ? "liveroom" : command.replace(' ', '-');
    assertThat(run.out()).isEqualTo(golden("help/" + name + ".txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "rooms",
        "tail",
        "tail chat --max many",
        "rooms add",
        "rooms add abc",
        "schemas types",
        "schemas types cobol",
        "alerts",
        "alerts rules --file none.yaml",
        "alert-webhook",
        "alert-webhook --url ftp://host",
        "dead-letters list --since yesterday",
        "config --set liveroom.nothing=1",
        "config --config none.properties"
      })
  void execute_wrongUsage_isExitCodeTwoWithASentence(String command) {
    CommandRun run = CommandRun.of(directory, words(command));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("liveroom: ").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tail chat",
        "topics show",
        "topics apply",
        "rooms list",
        "rooms add 7",
        "dead-letters list"
      })
  void execute_noBroker_isExitCodeThreeAtOnce(String command) {
    CommandRun run = CommandRun.of(directory, words(command, "--set", NOBODY));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            "liveroom: no broker listens at 127.0.0.1:1: start one with './liveroom up', or set"
                + " liveroom.kafka.bootstrap-servers"
                + System.lineSeparator());
  }

  @Test
  void execute_noRegistry_isExitCodeThree() {
    CommandRun run =
        CommandRun.of(
            directory, "schemas", "check", "--set", "liveroom.registry.url=http://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("no schema registry answers at http://127.0.0.1:1");
  }

  @Test
  void collector_nothingSet_namesEverythingAtOnce() {
    CommandRun run = CommandRun.of(directory, "collector");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("liveroom.platform.url must name")
        .contains("liveroom.privacy.key must be");
  }

  @Test
  void doctor_nothingReachable_runsEveryCheckAndNamesTheFirst() {
    CommandRun run =
        CommandRun.of(
            directory,
            "doctor",
            "--set=" + NOBODY,
            "--set=liveroom.registry.url=http://127.0.0.1:1",
            "--set=liveroom.platform.url=http://127.0.0.1:1",
            "--set=liveroom.platform.token=hidden-token");
    assertThat(run.code()).isEqualTo(11); // the key of pseudonyms is missing
    assertThat(run.lines())
        .anyMatch(line -> line.matches("wrong +configuration +collector: liveroom.privacy.key .*"))
        .anyMatch(line -> line.matches("wrong +platform +http://127.0.0.1:1: .*not answer.*"))
        .anyMatch(line -> line.matches("wrong +broker +no broker listens at 127.0.0.1:1.*"))
        .anyMatch(line -> line.matches("wrong +registry +http://127.0.0.1:1 does not answer.*"))
        .anyMatch(line -> line.matches("wrong +topics +no broker listens.*"))
        .anyMatch(line -> line.matches("warning +configuration .*list of processes.*"));
    assertThat(run.out() + run.err()).doesNotContain("hidden-token");
  }

  @Test
  void doctor_settingWrong_isElevenAndSaysSo() {
    CommandRun run = CommandRun.of(directory, "doctor", "--json", "--set=liveroom.nothing=1");
    assertThat(run.code()).isEqualTo(11);
    assertThat(run.out()).contains("\"exit_code\" : 11").contains("liveroom.nothing");
  }

  @Test
  void config_secretSet_isMasked() {
    CommandRun run =
        CommandRun.of(directory, "config", "--set", "liveroom.platform.token=hidden-token");
    assertThat(run.code()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("hidden-token");
    assertThat(run.lines())
        .anyMatch(line -> line.matches("liveroom\\.platform\\.token +=\\s+\\*\\*\\* +# --set"));
  }

  @Test
  void alertsRules_noFile_showsTheBuiltInRulesAsAFile() throws IOException {
    CommandRun run = CommandRun.of(directory, "alerts", "rules");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\n  online_drop:\n", "\n    drop: 0.3\n");

    Path file = Files.writeString(directory.resolve("all.yaml"), run.out());
    CommandRun again = CommandRun.of(directory, "alerts", "rules", "--file", file.toString());
    assertThat(again.out()).isEqualTo(run.out());
  }

  @Test
  void alertsRules_fileWithMistakes_allAreToldAndDoctorTellsThemToo() throws IOException {
    Files.writeString(
        directory.resolve("rules.yaml"), "rules: {online_drop: {drop: 7}, room_ended: {last: 1s}}");
    String setting = "--set=liveroom.alerts.file=rules.yaml";
    CommandRun run = CommandRun.of(directory, "alerts", "rules", setting);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("rules.online_drop.drop must be a share"))
        .anyMatch(line -> line.contains("unknown key rules.room_ended.last"));

    CommandRun doctor =
        CommandRun.of(
            directory,
            "doctor",
            setting,
            "--set=" + NOBODY,
            "--set=liveroom.registry.url=http://127.0.0.1:1");
    assertThat(doctor.code()).isEqualTo(11);
    assertThat(doctor.lines())
        .anyMatch(
            line -> line.matches("wrong +configuration +processor: .*online_drop.drop must.*"))
        .anyMatch(line -> line.matches("wrong +configuration +processor: .*room_ended.last.*"));
  }

  @Test
  void completion_isAScript() {
    CommandRun run = CommandRun.of(directory, "completion");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("complete -F").contains("--from-beginning");
  }

  private static String[] words(String command, String... more) {
    return Stream.concat(
            Arrays.stream(command.split(" ")).filter(word -> !word.isEmpty()), Arrays.stream(more))
        .toArray(String[]::new);
  }

  private static String golden(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(CommandLineTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
