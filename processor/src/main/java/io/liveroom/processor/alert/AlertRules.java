package io.liveroom.processor.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The rules that hold: the built-in ones, changed and added to by a file. Rules that exist are
 * whole and valid.
 */
public final class AlertRules {

  private static final String RESOURCE = "rules.yaml";

  private final Duration history;
  private final List<AlertRule> rules;

  AlertRules(Duration history, List<AlertRule> rules) {
    this.history = history;
    this.rules = List.copyOf(rules);
  }

  /** The built-in rules. */
  public static AlertRules builtIn() {
    return BuiltIn.RULES;
  }

  /**
   * The built-in rules with what a file says; throws {@link RuleMistakes} with all that is wrong.
   */
  public static AlertRules load(Path file) {
    try {
      return of(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new RuleMistakes(List.of("there is no file of alert rules " + file));
    } catch (IOException e) {
      throw new RuleMistakes(
          List.of("the file of alert rules %s can't be read: %s".formatted(file, e.getMessage())));
    }
  }

  /**
   * The built-in rules with what a text says; throws {@link RuleMistakes}.
   *
   * @param origin what to call the text
   */
  public static AlertRules of(String yaml, String origin) {
    return new RulesFile(origin, BuiltIn.RULES).read(yaml);
  }

  /** What is older than this when it is read is history, and raises nothing. */
  Duration history() {
    return history;
  }

  List<AlertRule> all() {
    return rules;
  }

  /** How many rules are on. */
  public long enabled() {
    return rules.stream().filter(AlertRule::isEnabled).count();
  }

  /** All of it as a file that says the same. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("history: ").append(Durations.text(history)).append("\nrules:\n");
    rules.forEach(rule -> append(text, rule));
    return text.toString();
  }

  private static void append(StringBuilder text, AlertRule rule) {
    text.append("\n  # ").append(rule.text()).append('\n');
    text.append("  ").append(RulesFile.quotedIfNeeded(rule.name())).append(":\n");
    if (!rule.name().equals(rule.kind().key())) {
      line(text, RulesFile.WHEN, rule.kind().key());
    }
    line(text, RulesFile.ENABLED, Boolean.toString(rule.isEnabled()));
    line(text, RulesFile.SEVERITY, rule.severity().name().toLowerCase(Locale.ROOT));
    for (Parameter parameter : rule.kind().parameters()) {
      line(text, parameter.key(), parameter.text(rule.number(parameter)));
    }
    line(text, RulesFile.LABELS, rule.labels().stream().map(RulesFile::quoted).toList().toString());
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("    ").append(key).append(": ").append(value).append('\n');
  }

  /** Read once, by whoever asks first. */
  private static final class BuiltIn {

    static final AlertRules RULES = new RulesFile(RESOURCE, null).read(resource());

    private static String resource() {
      try (InputStream in = AlertRules.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks " + RESOURCE);
        }
        return new String(in.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
