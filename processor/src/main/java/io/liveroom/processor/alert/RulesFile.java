package io.liveroom.processor.alert;

import io.liveroom.derived.AlertSeverity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a file of rules over those there are, and gathers every mistake on the way. */
final class RulesFile {

  static final String WHEN = "when";
  static final String ENABLED = "enabled";
  static final String SEVERITY = "severity";
  static final String LABELS = "labels";

  private static final String HISTORY = "history";
  private static final String RULES = "rules";
  private static final List<String> OWN_KEYS = List.of(WHEN, ENABLED, SEVERITY, LABELS);
  private static final List<String> SEVERITIES = List.of("info", "warning", "critical");

  private final String origin;
  private final Duration history;
  private final Map<String, AlertRule> rules = new LinkedHashMap<>();
  private final Map<RuleKind, AlertRule> builtIn = new EnumMap<>(RuleKind.class);
  private final List<String> mistakes = new ArrayList<>();

  /**
   * @param base rules there are; null where this file is the first
   */
  RulesFile(String origin, @Nullable AlertRules base) {
    this.origin = origin;
    history = base == null ? Duration.ZERO : base.history();
    if (base != null) {
      base.all().forEach(rule -> rules.put(rule.name(), rule));
      base.all().forEach(rule -> builtIn.put(rule.kind(), rule));
    }
  }

  AlertRules read(String yaml) {
    Map<?, ?> file = parse(yaml);
    unknown("", file.keySet(), List.of(HISTORY, RULES));
    Duration until =
        value(
            HISTORY,
            file.get(HISTORY),
            Parameter.Unit.DURATION.rule(),
            text -> Duration.ofMillis((long) Parameter.SPAN.parse(text)),
            history);
    map(RULES, file.get(RULES)).forEach((name, rule) -> rule(String.valueOf(name), rule));
    if (!mistakes.isEmpty()) {
      throw new RuleMistakes(mistakes);
    }
    return new AlertRules(until, List.copyOf(rules.values()));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static String quotedIfNeeded(String name) {
    return name.matches("[a-z][a-z0-9_-]*") ? name : quoted(name);
  }

  private Map<?, ?> parse(String yaml) {
    try {
      Object file = new Load(LoadSettings.builder().setLabel(origin).build()).loadFromString(yaml);
      return map("the file", file);
    } catch (YamlEngineException e) {
      mistakes.add(
          origin
              + " is not YAML: "
              + String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", " "));
      return Map.of();
    }
  }

  private void rule(String name, Object content) {
    String path = RULES + '.' + name;
    Map<?, ?> keys = map(path, content);
    RuleKind kind = kind(name, path, keys.get(WHEN));
    if (kind == null) {
      return;
    }
    unknown(path + '.', keys.keySet(), keysOf(kind));
    AlertRule base = rules.getOrDefault(name, builtIn.get(kind));
    Map<Parameter, Double> numbers = new EnumMap<>(Parameter.class);
    if (base != null) {
      numbers.putAll(base.numbers());
    }
    for (Parameter parameter : kind.parameters()) {
      number(path, parameter, keys.get(parameter.key()), numbers);
    }
    AlertRule rule =
        new AlertRule(
            name,
            kind,
            value(
                path + '.' + ENABLED,
                keys.get(ENABLED),
                "true or false",
                RulesFile::flag,
                base == null || base.isEnabled()),
            value(
                path + '.' + SEVERITY,
                keys.get(SEVERITY),
                "one of " + String.join(", ", SEVERITIES),
                RulesFile::severity,
                base == null ? AlertSeverity.WARNING : base.severity()),
            value(
                path + '.' + LABELS,
                keys.get(LABELS),
                "a list of labels such as [\"brand:acme\"]",
                RulesFile::labels,
                base == null ? List.of() : base.labels()),
            numbers);
    checkSides(path, rule);
    rules.put(name, rule);
  }

  private @Nullable RuleKind kind(String name, String path, @Nullable Object when) {
    AlertRule known = rules.get(name);
    String key = when == null ? name : when.toString();
    RuleKind kind = RuleKind.of(key).orElse(null);
    if (kind == null) {
      mistakes.add(
          "%s: %s must be one of %s%s"
              .formatted(
                  origin,
                  when == null
                      ? path + " is no built-in rule, so " + path + '.' + WHEN
                      : path + '.' + WHEN,
                  Stream.of(RuleKind.values()).map(RuleKind::key).collect(Collectors.joining(", ")),
                  when == null ? "" : ": was \"" + when + '"'));
    } else if (known != null && known.kind() != kind) {
      mistakes.add(
          "%s: %s.%s must be %s, as the built-in rule's: was \"%s\""
              .formatted(origin, path, WHEN, known.kind().key(), when));
      return null;
    }
    return kind;
  }

  private void number(
      String path, Parameter parameter, @Nullable Object value, Map<Parameter, Double> numbers) {
    String key = path + '.' + parameter.key();
    if (value == null && !numbers.containsKey(parameter)) {
      mistakes.add(origin + ": " + key + " is missing");
      numbers.put(parameter, 1.0);
    } else if (value != null) {
      double usual = numbers.getOrDefault(parameter, 1.0);
      numbers.put(parameter, value(key, value, parameter.unit().rule(), parameter::parse, usual));
    }
  }

  /** A threshold that ends an alert on the wrong side of the one that begins it makes a flicker. */
  private void checkSides(String path, AlertRule rule) {
    List<Parameter> has = rule.kind().parameters();
    if (has.contains(Parameter.DROP)) {
      order(path, rule, Parameter.RESOLVE, Parameter.DROP);
    }
    if (has.contains(Parameter.BELOW)) {
      order(path, rule, Parameter.BELOW, Parameter.RESOLVE);
    }
    if (has.contains(Parameter.FACTOR)) {
      order(path, rule, Parameter.RESOLVE_FACTOR, Parameter.FACTOR);
    }
  }

  private void order(String path, AlertRule rule, Parameter lower, Parameter upper) {
    if (rule.number(lower) > rule.number(upper)) {
      mistakes.add(
          "%s: %s.%s must be at most %s.%s, else alerts flicker: was %s, above %s"
              .formatted(
                  origin,
                  path,
                  lower.key(),
                  path,
                  upper.key(),
                  lower.text(rule.number(lower)),
                  upper.text(rule.number(upper))));
    }
  }

  private <T> T value(
      String key, @Nullable Object value, String rule, Function<Object, T> parser, T usual) {
    if (value == null) {
      return usual;
    }
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      mistakes.add("%s: %s must be %s: was \"%s\"".formatted(origin, key, rule, value));
      return usual;
    }
  }

  private Map<?, ?> map(String path, @Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    mistakes.add("%s: %s must hold keys with values: was \"%s\"".formatted(origin, path, value));
    return Map.of();
  }

  private void unknown(String path, Collection<?> keys, List<String> known) {
    keys.stream()
        .map(String::valueOf)
        .filter(key -> !known.contains(key))
        .forEach(
            key ->
                mistakes.add(
                    "%s: unknown key %s%s: known are %s"
                        .formatted(origin, path, key, String.join(", ", known))));
  }

  private static List<String> keysOf(RuleKind kind) {
    return Stream.concat(OWN_KEYS.stream(), kind.parameters().stream().map(Parameter::key))
        .toList();
  }

  private static boolean flag(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("not a flag");
  }

  private static AlertSeverity severity(Object value) {
    String word = value.toString().toLowerCase(Locale.ROOT);
    if (!SEVERITIES.contains(word)) {
      throw new IllegalArgumentException("no severity");
    }
    return AlertSeverity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static List<String> labels(Object value) {
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException("not a list of labels");
  }
}
