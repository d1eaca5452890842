package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.Arrivals;
import io.liveroom.benchmarks.stage.GroupProgress;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.Waiting;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The processor killed (SIGKILL) again and again while it drains a backlog as fast as it can, and
 * started anew each time; its finals beside those of one that nobody disturbed.
 */
final class ProcessorKillsTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int SHOWN = 20;

  private final Backlog backlog;
  private final int kills;
  private final PrintStream say;
  private final Random random = new Random(7);
  private final Report report = new Report("processor-kills", Instant.now());

  /** How many instances share the work, and how many warm copies of the state there are. */
  private enum Way {
    ALONE(1, 0),
    WITH_A_STANDBY(2, 1);

    private final int instances;
    private final int standbys;

    Way(int instances, int standbys) {
      this.instances = instances;
      this.standbys = standbys;
    }
  }

  ProcessorKillsTrial(Backlog backlog, int kills, PrintStream say) {
    this.backlog = backlog;
    this.kills = kills;
    this.say = say;
    report.setting("rooms", backlog.rooms()).setting("seconds", backlog.length().toSeconds());
    report.setting("messages/s in event time", backlog.rate()).setting("kills", kills);
    report.setting("options", Stage.PROCESSOR_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    try (Stage stage = Stage.open(say, 12)) {
      Map<String, SpecificRecord> undisturbed = undisturbed(stage);
      report.note("finals of the processor that nobody disturbed: " + undisturbed.size());
      for (Way way : Way.values()) {
        report.row(disturbed(stage, way, undisturbed));
      }
    }
    return report;
  }

  private Map<String, SpecificRecord> undisturbed(Stage stage) throws Exception {
    backlog.fill(stage, "undisturbed");
    try (Arrivals arrivals = stage.arrivals("undisturbed");
        GroupProgress progress = stage.progress("undisturbed");
        Child processor = stage.startProcessor("alone", "undisturbed", Map.of(), List.of())) {
      say.println(processor.name() + " drains the backlog");
      awaitEnd(progress, arrivals);
      return arrivals.finals();
    }
  }

  private Map<String, Object> disturbed(
      Stage stage, Way way, Map<String, SpecificRecord> undisturbed) throws Exception {
    String prefix = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    backlog.fill(stage, prefix);
    Map<String, String> settings =
        Map.of("liveroom.processor.standbys", Integer.toString(way.standbys));
    List<Child> instances = new ArrayList<>();
    try (Arrivals arrivals = stage.arrivals(prefix);
        GroupProgress progress = stage.progress(prefix)) {
      for (int number = 0; number < way.instances; number++) {
        instances.add(stage.startProcessor(name(number), prefix, settings, List.of()));
      }
      List<Instant> killed = new ArrayList<>();
      Instant started = Instant.now();
      for (int kill = 0; kill < kills && isUnderLoad(progress, arrivals, started); kill++) {
        int number = kill % way.instances;
        instances.get(number).kill();
        started = Instant.now();
        killed.add(started);
        instances.set(number, stage.startProcessor(name(number), prefix, settings, List.of()));
        say.printf("%s: kill %d, %,d records left%n", prefix, kill + 1, progress.now().left());
      }
      awaitEnd(progress, arrivals);
      return row(way, killed, arrivals, undisturbed);
    } finally {
      instances.forEach(Child::close);
    }
  }

  private static String name(int number) {
    return "processor-" + number;
  }

  /**
   * Waits until figures of every partition come again, so that each kill is told alone, and a
   * random while longer; whether there is still work.
   */
  private boolean isUnderLoad(GroupProgress progress, Arrivals arrivals, Instant started)
      throws Exception {
    Waiting.until(
        "figures after a start",
        LIMIT,
        () -> arrivals.isHeardSince(started) || progress.now().left() == 0);
    Thread.sleep(1_000 + random.nextInt(5_000));
    return progress.now().left() > 0;
  }

  /** Everything is read, and no further final has come for a while. */
  private static void awaitEnd(GroupProgress progress, Arrivals arrivals) throws Exception {
    Waiting.until("the end of the backlog", LIMIT, () -> progress.now().left() == 0);
    int[] last = {-1};
    Waiting.until(
        "the last final",
        LIMIT,
        () -> {
          int now = arrivals.finals().size();
          boolean isSame = now == last[0] && now > 0;
          last[0] = now;
          Thread.sleep(3_000);
          return isSame && arrivals.finals().size() == now;
        });
  }

  private Map<String, Object> row(
      Way way, List<Instant> killed, Arrivals arrivals, Map<String, SpecificRecord> undisturbed) {
    List<String> differences = differences(undisturbed, arrivals.finals());
    List<Double> standstills =
        killed.stream()
            .map(kill -> arrivals.standstill(kill).toMillis() / 1000.0)
            .sorted()
            .toList();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("way", way.name());
    row.put("kills under load", (long) killed.size());
    row.put("finals", (long) arrivals.finals().size());
    row.put("finals that came twice", arrivals.repeated());
    row.put("finals that differ", (long) differences.size());
    row.put("stood still p50 s", Percentile.of(standstills, 0.5).orElseThrow());
    row.put("stood still max s", Percentile.of(standstills, 1).orElseThrow());
    report.detail(way + "_standstills", standstills);
    report.detail(way + "_differences", differences.stream().limit(SHOWN).toList());
    return row;
  }

  /**
   * A line for each final that is missing, too many, or not the same in every field: but for the
   * revision, which counts the drafts before it, and they come by the wall clock.
   */
  static List<String> differences(
      Map<String, SpecificRecord> expected, Map<String, SpecificRecord> actual) {
    List<String> lines = new ArrayList<>();
    Map<String, SpecificRecord> all = new TreeMap<>(expected);
    actual.forEach(all::putIfAbsent);
    for (String of : all.keySet()) {
      SpecificRecord one = expected.get(of);
      SpecificRecord other = actual.get(of);
      if (one == null || other == null) {
        lines.add(of + (one == null ? ": too many" : ": missing"));
        continue;
      }
      String fields = fields(one, other);
      if (!fields.isEmpty()) {
        lines.add(of + ": " + fields);
      }
    }
    return lines;
  }

  private static String fields(SpecificRecord one, SpecificRecord other) {
    List<String> fields = new ArrayList<>();
    for (Schema.Field field : one.getSchema().getFields()) {
      Object before = one.get(field.pos());
      Object after = other.get(field.pos());
      if (!field.name().equals("revision") && !Objects.equals(before, after)) {
        fields.add(field.name() + " " + before + " / " + after);
      }
    }
    return String.join(", ", fields);
  }
}
