package io.liveroom.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The metrics that alert rules, dashboards and the runbook name. */
final class NamedMetrics {

  private static final Path RULES = Path.of("../deploy/prometheus/rules/liveroom.yml");
  private static final Path RUNBOOK = Path.of("../deploy/RUNBOOK.md");
  private static final Path DASHBOARDS = Path.of("../deploy/grafana/dashboards");

  /** Prometheus makes these itself. */
  private static final Set<String> PROMETHEUS_OWN = Set.of("up", "ALERTS");

  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool");

  /** Texts, labels, ranges, and lists of labels: what may hold words that are no metric. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");

  /** What is a metric in running text. */
  private static final Pattern IN_TEXT =
      Pattern.compile("\\b(liveroom|kafka|jvm|process|disk|logback|system)_[a-z0-9_]+");

  /** A word that is no function. */
  private static final Pattern WORD = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

  private final List<String> expressions = new ArrayList<>();
  private final Set<String> recorded = new TreeSet<>();

  private NamedMetrics() {}

  /** All that a process must emit. */
  static Set<String> read() throws IOException {
    NamedMetrics named = new NamedMetrics();
    named.readRules();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.toList()) {
        new ObjectMapper().readTree(file.toFile()).findValues("expr").forEach(named::add);
      }
    }
    Set<String> all = new TreeSet<>();
    named.expressions.forEach(expression -> all.addAll(in(expression)));
    IN_TEXT.matcher(Files.readString(RUNBOOK)).results().forEach(name -> all.add(name.group()));
    all.removeAll(named.recorded);
    all.removeAll(PROMETHEUS_OWN);
    return all;
  }

  /** The metrics of one expression. */
  static Set<String> in(String expression) {
    String bare = expression;
    for (String before = ""; !before.equals(bare); ) {
      before = bare;
      bare = ASIDE.matcher(bare).replaceAll(" ");
    }
    Set<String> names = new TreeSet<>();
    for (Matcher word = WORD.matcher(bare); word.find(); ) {
      names.add(word.group());
    }
    names.removeAll(OPERATORS);
    return names;
  }

  private void readRules() throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(RULES.toString()).build();
    Object root = new Load(settings).loadFromString(Files.readString(RULES));
    for (Object group : list(((Map<?, ?>) root).get("groups"))) {
      for (Object rule : list(((Map<?, ?>) group).get("rules"))) {
        Map<?, ?> each = (Map<?, ?>) rule;
        expressions.add(String.valueOf(each.get("expr")));
        if (each.containsKey("record")) {
          recorded.add(String.valueOf(each.get("record")));
        }
      }
    }
  }

  private void add(JsonNode expression) {
    expressions.add(expression.asText());
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
