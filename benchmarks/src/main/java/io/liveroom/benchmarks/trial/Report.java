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

/** What a trial found: rows of figures and sentences, as a Markdown table and as JSON. */
final class Report {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final String trial;
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final Map<String, Object> machine = Machine.facts();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
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

  /** Prints the table, and writes the JSON beside the results of before. */
  void finish(PrintStream out, Path folder) throws IOException {
    out.println();
    out.println("## " + trial + " " + settings);
    out.println();
    table(out);
    notes.forEach(note -> out.println("- " + note));
    Files.createDirectories(folder);
    String stamp = begun.toString().replace(":", "").replace("-", "");
    Path file = folder.resolve(trial + "-" + stamp + ".json");
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("trial", trial);
    all.put("begun", begun.toString());
    all.put("machine", machine);
    all.put("versions", Map.of("kafka", version(), "java", Runtime.version().toString()));
    all.put("settings", settings);
    all.put("figures", rows);
    all.put("notes", notes);
    all.put("details", details);
    JSON.writeValue(file.toFile(), all);
    out.println();
    out.println("written to " + file);
    out.flush();
  }

  private void table(PrintStream out) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    out.println("| " + String.join(" | ", columns) + " |");
    out.println("|" + "---|".repeat(columns.size()));
    for (Map<String, Object> row : rows) {
      out.println(
          columns.stream()
              .map(column -> text(row.getOrDefault(column, "")))
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    out.println();
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
