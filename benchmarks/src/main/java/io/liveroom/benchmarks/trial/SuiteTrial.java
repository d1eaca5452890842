package io.liveroom.benchmarks.trial;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of the product one after the other, each short, and a table of what was measured beside
 * its ceiling in the same run, and beside what is aimed at.
 */
final class SuiteTrial implements Trial {

  /**
   * Messages a second that platform, worker, processor and broker sustained together on two
   * processors, with the page listening.
   */
  static final int SUSTAINED = 5_000;

  private static final int REPETITIONS = 3;
  private static final Duration CHECKPOINT = Duration.ofSeconds(5); // as our commits while behind

  private final PrintStream say;
  private final Report report = new Report("all", Instant.now());

  SuiteTrial(PrintStream say) {
    this.say = say;
  }

  /** Writes what a part found into the table. */
  private interface Reading {
    void read(List<Map<String, Object>> rows);
  }

  @Override
  public Report play() {
    Instant begun = Instant.now();
    play("decode", new DecodeTrial(Duration.ofMillis(500)), this::decode);
    play("throughput", throughput(), this::throughput);
    play("processor", processor(), this::processor);
    play("end to end", endToEnd(), this::endToEnd);
    play("growth", growth(), this::growth);
    play("start", new StartTrial(REPETITIONS, say), this::start);
    report.setting("minutes", Duration.between(begun, Instant.now()).toMinutes());
    return report;
  }

  private Trial throughput() {
    return new ThroughputTrial(200, Duration.ofSeconds(5), REPETITIONS, Optional.empty(), say);
  }

  private Trial processor() {
    Backlog backlog = Backlog.of(500, Duration.ofMinutes(2), 1_500);
    return new ProcessorTrial(backlog, REPETITIONS, Optional.empty(), Optional.of(CHECKPOINT), say);
  }

  private Trial endToEnd() {
    return new EndToEndTrial(500, SUSTAINED, Duration.ofSeconds(8), say);
  }

  private Trial growth() {
    return new GrowthTrial(List.of(100, 1_000, 10_000), 0.2, Duration.ofSeconds(10), say);
  }

  /** One part that fails is told, and does not take the others with it. */
  private void play(String part, Trial trial, Reading reading) {
    say.println("== " + part);
    try {
      Report found = trial.play();
      reading.read(found.rows());
      report.part(found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      report.note(part + " was interrupted");
    } catch (Exception e) {
      say.println(part + " failed: " + e);
      report.note(part + " failed: " + e);
    }
  }

  private void decode(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      line(
          "decode " + String.valueOf(row.get("sample")).toLowerCase(Locale.ROOT),
          text(row, "decode µs", "µs"),
          text(row, "tokens µs", "µs") + ", tokenizer alone",
          number(row, "of the tokenizer"),
          "0.6");
    }
  }

  private void throughput(List<Map<String, Object>> rows) {
    Map<String, Object> median = last(rows);
    double ceiling =
        Math.min(number(median, "producer alone/s"), number(median, "parsing alone/s"));
    line(
        "socket → acknowledged",
        text(median, "messages/s", "messages/s"),
        text(ceiling, "/s") + ", producer alone",
        number(median, "of the lower ceiling"),
        "0.7");
    line(
        "load generator",
        text(median, "generator alone/s", "messages/s"),
        text(median, "messages/s", "/s") + ", what was measured with it",
        number(median, "generator alone/s") / number(median, "messages/s"),
        "> 1");
  }

  private void processor(List<Map<String, Object>> rows) {
    Map<String, Object> median = last(rows);
    String ours = text(median, "records/s", "records/s");
    line(
        "processor, exactly once",
        ours,
        text(median, "bare consumer/s", "/s") + ", bare consumer",
        number(median, "of the bare consumer"),
        "0.33");
    line(
        "processor, exactly once",
        ours,
        text(median, "Flink records/s", "/s") + ", Flink's MiniCluster",
        number(median, "of Flink"),
        "1.5");
  }

  private void endToEnd(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      String at = "socket → minute in the topic, p99 at " + text(row, "of sustained %", "%");
      double p99 = number(row, "topic p99 ms");
      line(
          at,
          text(p99, "ms"),
          text(row, "topic p50 ms", "ms") + ", p50",
          p99 / number(row, "topic p50 ms"),
          number(row, "of sustained %") == 50 ? "1,000 ms" : "");
      line(
          at.replace("minute in the topic", "live page"),
          text(row, "page p99 ms", "ms"),
          text(row, "page p50 ms", "ms") + ", p50",
          number(row, "page p99 ms") / number(row, "page p50 ms"),
          "");
    }
  }

  private void growth(List<Map<String, Object>> rows) {
    Map<String, Object> most = last(rows);
    Map<String, Object> some = rows.get(1);
    for (String who : List.of("worker-1", "processor")) {
      String cost = who + " ms/s of 100 rooms";
      line(
          who + ", " + text(most, "rooms", "rooms"),
          text(most, cost, "ms/s of 100 rooms"),
          text(some, cost, "ms/s") + " with " + text(some, "rooms", "rooms"),
          number(most, cost) / number(some, cost),
          "< 1.2");
    }
    line(
        "worker-1, " + text(most, "rooms", "rooms") + ", resident",
        text(most, "worker-1 resident MiB", "MiB"),
        "1,024 MiB",
        number(most, "worker-1 resident MiB") / 1024,
        "< 1");
  }

  private void start(List<Map<String, Object>> rows) {
    Map<String, Object> median = last(rows);
    line(
        "`up` on an empty folder → first figure",
        text(median, "first figure after s", "s"),
        "",
        Double.NaN,
        "");
  }

  private void line(String what, String measured, String beside, double ratio, String aim) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("measured", measured);
    row.put("beside", beside);
    row.put("ratio", Double.isNaN(ratio) ? "" : (Object) ratio);
    row.put("aim", aim);
    report.row(row);
  }

  private static Map<String, Object> last(List<Map<String, Object>> rows) {
    return rows.get(rows.size() - 1);
  }

  private static String text(Map<String, Object> row, String column, String unit) {
    return text(number(row, column), unit);
  }

  private static String text(double value, String unit) {
    String number =
        String.format(Locale.ROOT, value < 100 && value % 1 != 0 ? "%.1f" : "%,.0f", value);
    return unit.startsWith("/") || unit.equals("%") ? number + unit : number + " " + unit;
  }

  private static double number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
