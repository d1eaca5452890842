package io.liveroom.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

  @Test
  void builtIn_always_hasOneRuleOfEachKindAllOn() {
    assertThat(AlertRules.builtIn().all())
        .extracting(AlertRule::name)
        .containsExactlyElementsOf(Stream.of(RuleKind.values()).map(RuleKind::key).toList());
    assertThat(AlertRules.builtIn().enabled()).isEqualTo(RuleKind.values().length);
    assertThat(AlertRules.builtIn().history()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void of_nothing_builtInRules() {
    assertThat(AlertRules.of("", "file").all()).isEqualTo(AlertRules.builtIn().all());
    assertThat(AlertRules.of("rules:", "file").all()).isEqualTo(AlertRules.builtIn().all());
  }

  @Test
  void of_ruleOfABuiltInName_changesWhatItNamesOnly() {
    AlertRule usual = rule(AlertRules.builtIn(), "online_drop");
    AlertRule rule =
        rule(
            AlertRules.of(
                "rules: {online_drop: {drop: 0.4, severity: critical, labels: [a, 'b:c']}}", "f"),
            "online_drop");

    assertThat(rule.number(Parameter.DROP)).isEqualTo(0.4);
    assertThat(rule.severity()).hasToString("CRITICAL");
    assertThat(rule.labels()).containsExactly("a", "b:c");
    assertThat(rule.number(Parameter.RESOLVE)).isEqualTo(usual.number(Parameter.RESOLVE));
    assertThat(rule.millis(Parameter.SPAN)).isEqualTo(300_000);
  }

  @Test
  void of_variant_standsBesideTheBuiltInRule() {
    AlertRules rules =
        AlertRules.of(
            "rules: {acme_drop: {when: online_drop, span: 90s}, online_drop: {enabled: false}}",
            "f");

    assertThat(rule(rules, "acme_drop").kind()).isEqualTo(RuleKind.ONLINE_DROP);
    assertThat(rule(rules, "acme_drop").millis(Parameter.SPAN)).isEqualTo(90_000);
    assertThat(rule(rules, "acme_drop").isEnabled()).isTrue();
    assertThat(rule(rules, "online_drop").isEnabled()).isFalse();
    assertThat(rules.enabled()).isEqualTo(RuleKind.values().length);
  }

  @Test
  void text_ofAnyRules_readsBackAsTheSame() {
    AlertRules rules =
        AlertRules.of(
            "history: 90m\nrules: {'x y': {when: gift_spike, labels: ['a\"b'], hold: 1500ms}}",
            "f");
    AlertRules again = AlertRules.of(rules.text(), "again");

    assertThat(again.all()).isEqualTo(rules.all());
    assertThat(again.history()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void of_manyMistakes_allAreToldAtOnceWithKeyRuleAndValue() {
    String yaml =
        """
        histori: 1h
        history: soon
        rules:
          online_drop: {drop: 3, span: 0s, severity: loud, min-audience: 1.5, fall: 1}
          acme: {drop: 0.2}
          other: {when: online_rise}
          gift_spike: {when: online_drop}
          coverage_drop: {below: 0.8}
          online_peak: {labels: acme, enabled: maybe}
          room_ended: 7
        """;

    assertThat(mistakes(yaml))
        .containsExactlyInAnyOrder(
            "f: unknown key histori: known are history, rules",
            "f: history must be a duration above zero such as 30s, 5m or 1h: was \"soon\"",
            "f: unknown key rules.online_drop.fall: known are when, enabled, severity, labels,"
                + " cool-down, span, drop, resolve, coverage, min-audience, hold",
            "f: rules.online_drop.drop must be a share above 0 and up to 1: was \"3\"",
            "f: rules.online_drop.span must be a duration above zero such as 30s, 5m or 1h:"
                + " was \"0s\"",
            "f: rules.online_drop.severity must be one of info, warning, critical: was \"loud\"",
            "f: rules.online_drop.min-audience must be a whole number from 0: was \"1.5\"",
            "f: rules.acme is no built-in rule, so rules.acme.when must be one of " + kinds(),
            "f: rules.other.when must be one of " + kinds() + ": was \"online_rise\"",
            "f: rules.gift_spike.when must be gift_spike, as the built-in rule's:"
                + " was \"online_drop\"",
            "f: rules.coverage_drop.below must be at most rules.coverage_drop.resolve, else alerts"
                + " flicker: was 0.8, above 0.75",
            "f: rules.online_peak.labels must be a list of labels such as [\"brand:acme\"]:"
                + " was \"acme\"",
            "f: rules.online_peak.enabled must be true or false: was \"maybe\"",
            "f: rules.room_ended must hold keys with values: was \"7\"");
  }

  @Test
  void of_noYamlOrTheSameKeyTwice_isSaidWithThePlace() {
    assertThat(mistakes("rules: [")).singleElement().asString().startsWith("f is not YAML");
    assertThat(mistakes("rules: {online_drop: {drop: 0.2, drop: 0.3}}"))
        .singleElement()
        .asString()
        .contains("duplicate key drop", "line 1");
    assertThat(mistakes("- a"))
        .containsExactly("f: the file must hold keys with values: was \"[a]\"");
  }

  @Test
  void load_noSuchFile_isAMistake() {
    RuleMistakes thrown =
        catchThrowableOfType(
            RuleMistakes.class, () -> AlertRules.load(Path.of("no", "such", "file.yaml")));

    assertThat(thrown.mistakes()).singleElement().asString().contains("there is no file");
  }

  private static List<String> mistakes(String yaml) {
    return catchThrowableOfType(RuleMistakes.class, () -> AlertRules.of(yaml, "f")).mistakes();
  }

  private static String kinds() {
    return String.join(", ", Stream.of(RuleKind.values()).map(RuleKind::key).toList());
  }

  private static AlertRule rule(AlertRules rules, String name) {
    return rules.all().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }
}
