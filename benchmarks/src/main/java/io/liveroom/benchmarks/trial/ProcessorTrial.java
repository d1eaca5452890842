package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.ceiling.ConsumerMain;
import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.Arrivals;
import io.liveroom.benchmarks.stage.GroupProgress;
import io.liveroom.benchmarks.stage.GroupProgress.Progress;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.schemas.Topic;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A backlog drained by the processor, exactly once and with every topology on, beside consumers
 * that read the same topics and do nothing.
 */
final class ProcessorTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final Duration SETTLING = Duration.ofSeconds(8);

  private final Backlog backlog;
  private final int repetitions;
  private final Optional<Path> recording;
  private final Optional<Duration> checkpoint;
  private final PrintStream say;
  private final Report report = new Report("processor", Instant.now());
  private final List<Map<String, Object>> rows = new ArrayList<>();

  ProcessorTrial(
      Backlog backlog,
      int repetitions,
      Optional<Path> recording,
      Optional<Duration> checkpoint,
      PrintStream say) {
    this.checkpoint = checkpoint;
    checkpoint.ifPresent(every -> report.setting("Flink checkpoints", every.toString()));
    this.backlog = backlog;
    this.repetitions = repetitions;
    this.recording = recording;
    this.say = say;
    report.setting("rooms", backlog.rooms()).setting("seconds", backlog.length().toSeconds());
    report.setting("messages/s in event time", backlog.rate());
    report.setting("repetitions", repetitions).setting("options", Stage.PROCESSOR_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    try (Stage stage = Stage.open(say, 12)) {
      for (int repetition = 1; repetition <= repetitions; repetition++) {
        rows.add(measure(stage, repetition));
      }
    }
    rows.forEach(report::row);
    report.row(Medians.of(rows, "run"));
    return report;
  }

  private Map<String, Object> measure(Stage stage, int repetition) throws Exception {
    String prefix = "run" + repetition;
    backlog.fill(stage, prefix);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run", repetition);
    row.put("records", Backlog.records(stage, prefix));
    double ours = drain(stage, prefix, row);
    double bytes = read(stage, prefix, "bytes");
    double records = read(stage, prefix, "records");
    row.put("records/s", ours);
    row.put("bare consumer/s", bytes);
    row.put("deserializing consumer/s", records);
    row.put("of the bare consumer", ours / bytes);
    row.put("of the deserializing one", ours / records);
    if (checkpoint.isPresent()) {
      row.put("of Flink", ours / flink(stage, prefix, checkpoint.get(), row));
    }
    say.println(row);
    return row;
  }

  private double flink(Stage stage, String prefix, Duration every, Map<String, Object> row)
      throws Exception {
    String results = prefix + "flink";
    stage.applyTopics(results);
    try (GroupProgress progress = stage.progressOf(prefix, results);
        Child flink = stage.startFlink(prefix, results, every)) {
      double rate = rate(stage, prefix, progress, flink);
      row.put("Flink records/s", rate);
      row.put("Flink peak MiB", stage.watch().peakResident(flink.name()) >> 20);
      if (rows.isEmpty()) {
        Thread.sleep(SETTLING.toMillis()); // its idle partitions hold the last finals back
        compare(stage, prefix, results);
      }
      return rate;
    }
  }

  /** Where the figures differ the comparison means nothing. */
  private void compare(Stage stage, String prefix, String results) throws Exception {
    try (Arrivals ours = stage.arrivals(prefix);
        Arrivals theirs = stage.arrivals(results)) {
      Thread.sleep(SETTLING.toMillis());
      Map<String, String> mine = figures(ours);
      Map<String, String> flinks = figures(theirs);
      List<String> both = mine.keySet().stream().filter(flinks::containsKey).sorted().toList();
      List<String> different =
          both.stream().filter(key -> !Objects.equals(mine.get(key), flinks.get(key))).toList();
      report.note(
          String.format(
              "%s: %,d finals of ours, %,d of Flink, %,d of both, of which %,d differ",
              prefix, mine.size(), flinks.size(), both.size(), different.size()));
      report.detail(
          prefix + " differs",
          different.stream().limit(3).map(key -> mine.get(key) + " | " + flinks.get(key)).toList());
    }
  }

  /** Finals without the number of their publications, which is no figure. */
  private static Map<String, String> figures(Arrivals arrivals) {
    Map<String, String> figures = new HashMap<>();
    arrivals
        .finals()
        .forEach(
            (key, value) ->
                figures.put(key, value.toString().replaceAll("\"revision\": \\d+, ", "")));
    return figures;
  }

  private double drain(Stage stage, String prefix, Map<String, Object> row) throws Exception {
    try (GroupProgress progress = stage.progress(prefix);
        Child processor = stage.startProcessor("processor", prefix, Map.of(), recorded())) {
      double rate = rate(stage, prefix, progress, processor);
      row.put("CPU %", stage.watch().processors(processor.name()) * 100);
      row.put("broker CPU %", stage.watch().processors("broker") * 100);
      row.put("peak MiB", stage.watch().peakResident(processor.name()) >> 20);
      return rate;
    }
  }

  /** Records a second from the first commit to the end of the backlog. */
  private static double rate(Stage stage, String prefix, GroupProgress progress, Child reader)
      throws Exception {
    Waiting.until("the first commit", LIMIT, () -> isBegun(progress, reader));
    stage.watch().restart();
    Progress first = progress.now();
    Instant begun = Instant.now();
    Waiting.until(
        "the end of the backlog", LIMIT, () -> progress.now().left() == 0 || !reader.isAlive());
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    if (!reader.isAlive()) {
      throw new IllegalStateException(reader.name() + " has ended: see its log");
    }
    double share = (double) first.left() / (first.left() + first.read());
    return Backlog.records(stage, prefix) * share / seconds;
  }

  private static boolean isBegun(GroupProgress progress, Child reader) throws Exception {
    return progress.now().read() > 0 || !reader.isAlive();
  }

  private List<String> recorded() {
    return recording
        .map(file -> "-XX:StartFlightRecording=settings=profile,filename=" + file.toAbsolutePath())
        .map(List::of)
        .orElse(List.of());
  }

  private static double read(Stage stage, String prefix, String as) throws Exception {
    Path result = stage.folder().resolve("rate");
    Files.deleteIfExists(result);
    String topics =
        Backlog.observed(prefix).stream().map(Topic::name).collect(Collectors.joining(","));
    List<String> arguments =
        List.of(stage.bootstrapServers(), stage.registryUrl(), topics, as, result.toString());
    try (Child reader =
        stage.startProgram("reader", ConsumerMain.class, List.of("-Xmx1g"), arguments)) {
      Waiting.until(reader.name(), LIMIT, () -> Files.exists(result));
    }
    return Double.parseDouble(Files.readString(result));
  }
}
