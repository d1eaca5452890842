package io.liveroom.benchmarks.trial;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liveroom.benchmarks.machine.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a trial found: rows of figures and sentences, as Markdown and as JSON. A report may have
 * others as its parts.
 */
final class Report {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String trial;
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final Map<String, Object> machine = Machine.facts();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Report> parts = new ArrayList<>();
  private final Instant begun;

  Report(String trial, Instant begun) {
    this.trial = trial;
    this.begun = begun.truncatedTo(ChronoUnit.SECONDS);
  }

  Report setting(String name, Object value) {
    settings.put(name, value);
    return this;
  }

  /** Figures that belong together; every row has the same names. */
  void row(Map<String, Object> figures) {
    rows.add(figures);
  }

  /** More than a table can hold; in the JSON only. */
  void detail(String name, Object value) {
    details.put(name, value);
  }

  /** A sentence under the table. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** Another report that belongs to this one. */
  void part(Report other) {
    parts.add(other);
  }

  List<Map<String, Object>> rows() {
    return List.copyOf(rows);
  }

  /** Prints the tables, and writes Markdown and JSON beside the results of before. */
  void finish(PrintStream out, Path folder) throws IOException {
    out.println();
    String text = markdown("## ");
    out.print(text);
    Files.createDirectories(folder);
    String stamp = begun.toString().replace(":", "").replace("-", "");
    Path json = folder.resolve(trial + "-" + stamp + ".json");
    Path markdown = folder.resolve(trial + "-" + stamp + ".md");
    JSON.writeValue(json.toFile(), all());
    Files.writeString(markdown, text);
    out.println("written to " + markdown + " and " + json.getFileName());
    out.flush();
  }

  private Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("trial", trial);
    all.put("begun", begun.toString());
    all.put("machine", machine);
    all.put("versions", Map.of("kafka", version(), "java", Runtime.version().toString()));
    all.put("settings", settings);
    all.put("figures", rows);
    all.put("notes", notes);
    all.put("details", details);
    if (!parts.isEmpty()) {
      all.put("parts", parts.stream().map(Report::all).toList());
    }
    return all;
  }

  private String markdown(String heading) {
    StringBuilder text = new StringBuilder(heading).append(trial).append("\n\n");
    text.append(begun).append(", ").append(machine).append(", Kafka ").append(version());
    text.append("  \n").append(settings).append("\n\n");
    table(text);
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    text.append(notes.isEmpty() ? "" : "\n");
    parts.forEach(part -> text.append(part.markdown(heading.replace("## ", "### "))));
    return text.toString();
  }

  private void table(StringBuilder text) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    text.append("| ").append(String.join(" | ", columns)).append(" |\n");
    text.append('|').append("---|".repeat(columns.size())).append('\n');
    for (Map<String, Object> row : rows) {
      text.append(
          columns.stream()
              .map(column -> text(row.getOrDefault(column, "")))
              .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    text.append('\n');
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.2f" : "%,.0f", number);
    }
    return value instanceof Long number
        ? String.format(Locale.ROOT, "%,d", number)
        : value.toString();
  }

  private static String version() {
    return org.apache.kafka.common.utils.AppInfoParser.getVersion();
  }
}
