package io.liveroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final String INFO = "liveroom.poll.info.interval";

  private final Path directory;

  SettingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void get_nobodyNamesIt_isDefault() {
    assertThat(load(Map.of(), Map.of()).get(CollectorKeys.INFO_INTERVAL))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void get_everySourceNamesIt_strongestWins() throws IOException {
    file(INFO + "=41s");
    Map<String, String> environment = Map.of("LIVEROOM_POLL_INFO_INTERVAL", "42s");
    Map<String, String> set = Map.of(INFO, "43s");
    assertThat(info(load(Map.of(), Map.of()))).isEqualTo(41);
    assertThat(info(load(Map.of(), environment))).isEqualTo(42);
    assertThat(info(load(set, environment))).isEqualTo(43);
    assertThat(info(Settings.load(sources(Map.of(INFO, "44s"), set, environment)))).isEqualTo(44);
  }

  @Test
  void effective_valueNamed_saysWhere() throws IOException {
    file(INFO + "=PT41S");
    Settings settings =
        load(Map.of("liveroom.chat.transport", "POLL"), Map.of("LIVEROOM_DATA_DIR", "/tmp/x"));
    assertThat(settings.effective())
        .contains(
            new Setting(INFO, "PT41S", "liveroom.properties"),
            new Setting("liveroom.chat.transport", "POLL", "--set"),
            new Setting("liveroom.data-dir", "/tmp/x", "LIVEROOM_DATA_DIR"),
            new Setting("liveroom.privacy.text", "keep", "default"));
  }

  @Test
  void effective_secret_isMasked() {
    Settings settings =
        load(
            Map.of("liveroom.kafka.sasl.jaas.config", "user=a password=hidden;"),
            Map.of("LIVEROOM_PLATFORM_TOKEN", "hidden"));
    assertThat(settings.effective().toString()).contains("***").doesNotContain("hidden");
    assertThat(settings.get(CommonKeys.PLATFORM_TOKEN)).isEqualTo("hidden");
  }

  @Test
  void load_manyMistakes_namesAllWithKeyRuleAndValue() {
    SettingMistakes mistakes =
        catchThrowableOfType(
            SettingMistakes.class,
            () ->
                load(
                    Map.of(
                        INFO,
                        "soon",
                        "liveroom.topics.partitions",
                        "0",
                        "liveroom.chat.transpot",
                        "poll"),
                    Map.of("LIVEROOM_PRIVACY_USERS", "all", "LIVEROOM_DATADIR", "x")));
    assertThat(mistakes.mistakes())
        .containsExactlyInAnyOrder(
            "liveroom.poll.info.interval must be a duration above zero such as 500ms, 30s, 2m or"
                + " PT30S: was \"soon\" (from --set)",
            "liveroom.topics.partitions must be a whole number from 1: was \"0\" (from --set)",
            "unknown setting liveroom.chat.transpot (from --set): did you mean"
                + " liveroom.chat.transport?",
            "liveroom.privacy.users must be one of pseudonym, plain, drop: was \"all\" (from"
                + " LIVEROOM_PRIVACY_USERS)",
            "unknown setting LIVEROOM_DATADIR (from the environment): did you mean"
                + " LIVEROOM_DATA_DIR?");
  }

  @Test
  void load_secretOfWrongForm_isNotInTheMessage() {
    SettingMistakes mistakes =
        catchThrowableOfType(
            SettingMistakes.class,
            () -> load(Map.of("liveroom.platform.tokn", "hidden"), Map.of()));
    assertThat(mistakes).hasMessageNotContaining("hidden").hasMessageContaining("platform.token");
  }

  @Test
  void family_kafkaSettings_arePassedThrough() throws IOException {
    Files.writeString(directory.resolve("jaas"), "login;\n");
    Settings settings =
        load(
            Map.of(
                "liveroom.kafka.security.protocol",
                "SASL_SSL",
                "liveroom.kafka.sasl.jaas.config-file",
                "jaas"),
            Map.of("LIVEROOM_KAFKA_SASL_MECHANISM", "PLAIN"));
    assertThat(settings.family(SettingCatalogue.KAFKA_FAMILY))
        .isEqualTo(
            Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.jaas.config",
                "login;",
                "sasl.mechanism",
                "PLAIN"));
  }

  @Test
  void load_kafkaNameOfOurKey_isAMistakeWithSuggestion() {
    SettingMistakes mistakes =
        catchThrowableOfType(
            SettingMistakes.class,
            () -> load(Map.of("liveroom.kafka.bootstrap.servers", "a:1"), Map.of()));
    assertThat(mistakes).hasMessageContaining("did you mean liveroom.kafka.bootstrap-servers?");
  }

  @Test
  void load_namedFileMissing_isAMistake() {
    SettingSources sources =
        new SettingSources(
            Map.of(), Map.of(), Map.of(), Optional.of(directory.resolve("none")), directory);
    SettingMistakes mistakes =
        catchThrowableOfType(SettingMistakes.class, () -> Settings.load(sources));
    assertThat(mistakes).hasMessageContaining("none can't be read");
  }

  @Test
  void all_defaults_keepTheirOwnRules() {
    assertThat(SettingCatalogue.all())
        .allSatisfy(
            key -> {
              if (!key.defaultText().isEmpty()) {
                assertThat(key.type().parser().apply(key.defaultText())).isNotNull();
              }
            });
  }

  private long info(Settings settings) {
    return settings.get(CollectorKeys.INFO_INTERVAL).toSeconds();
  }

  private void file(String text) throws IOException {
    Files.writeString(directory.resolve("liveroom.properties"), text);
  }

  private Settings load(Map<String, String> set, Map<String, String> environment) {
    return Settings.load(sources(Map.of(), set, environment));
  }

  private SettingSources sources(
      Map<String, String> options, Map<String, String> set, Map<String, String> environment) {
    return new SettingSources(options, set, environment, Optional.empty(), directory);
  }
}
