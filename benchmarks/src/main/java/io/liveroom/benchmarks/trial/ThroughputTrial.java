package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.ceiling.ParsingMain;
import io.liveroom.benchmarks.ceiling.ProducerMain;
import io.liveroom.benchmarks.ceiling.SinkMain;
import io.liveroom.benchmarks.flood.FloodMain;
import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from the socket to Kafka's acknowledgement at full speed, beside what its parts do alone
 * on the same machine in the same run.
 */
final class ThroughputTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final String THREADS = "2"; // as many as the collector has event loops here

  private final int rooms;
  private final Duration length;
  private final int repetitions;
  private final Optional<Path> recording;
  private final PrintStream say;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Report report = new Report("throughput", Instant.now());
  private final List<Map<String, Object>> rows = new ArrayList<>();

  ThroughputTrial(
      int rooms, Duration length, int repetitions, Optional<Path> recording, PrintStream say) {
    this.rooms = rooms;
    this.length = length;
    this.repetitions = repetitions;
    this.recording = recording;
    this.say = say;
    report.setting("rooms", rooms).setting("seconds", length.toSeconds());
    report.setting("repetitions", repetitions).setting("options", Stage.WORKER_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    try (Stage stage = Stage.open(say, 12)) {
      Path frames = stage.folder().resolve("frames");
      stage.startProgram(
          "flood",
          FloodMain.class,
          List.of("-Xmx1g", "-XX:+UseParallelGC"),
          List.of(
              Integer.toString(stage.platformPort()),
              Stage.token(),
              Integer.toString(rooms),
              frames.toString()));
      Waiting.until("the recording", LIMIT, () -> Files.exists(frames) && flooded(stage)[1] == 0);
      List<String> ids = stage.platformOnly().roomIds();
      stage.watchRooms(ids);
      for (int repetition = 1; repetition <= repetitions; repetition++) {
        say.println("repetition " + repetition);
        rows.add(measure(stage, frames, ids, repetition));
      }
    }
    rows.forEach(report::row);
    report.row(Medians.of(rows, "run"));
    return report;
  }

  private Map<String, Object> measure(Stage stage, Path frames, List<String> ids, int repetition)
      throws Exception {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run", repetition);
    path(stage, row);
    String seconds = Long.toString(length.toSeconds());
    double producer =
        run(
            stage,
            ProducerMain.class,
            stage.bootstrapServers(),
            "liveroom.observed.chat.v1",
            "bench.producer",
            THREADS,
            seconds);
    double parsing = run(stage, ParsingMain.class, frames.toString(), THREADS, seconds);
    row.put("producer alone/s", producer);
    row.put("parsing alone/s", parsing);
    row.put("generator alone/s", generator(stage, ids));
    row.put("of the lower ceiling", number(row, "messages/s") / Math.min(producer, parsing));
    return row;
  }

  private void path(Stage stage, Map<String, Object> row) throws Exception {
    Map<String, String> settings = World.workerSettings(1_000);
    settings.put("liveroom.chat.connects-per-second", "1000");
    Worker worker = stage.startWorker("worker-1", settings, recorded());
    Waiting.until("the flood", LIMIT, () -> flooded(stage)[0] >= rooms * 0.9);
    Thread.sleep(WARM_UP.toMillis());
    try (TopicFigures figures = stage.figures()) {
      stage.watch().restart();
      long before = figures.records(figures.topics().chat());
      Instant begun = Instant.now();
      Thread.sleep(length.toMillis());
      long taken = figures.records(figures.topics().chat()) - before;
      double rate = taken * 1000.0 / Duration.between(begun, Instant.now()).toMillis();
      row.put("messages/s", rate);
      for (String name : List.of(worker.name(), "broker", "flood")) {
        row.put(name + " CPU %", stage.watch().processors(name) * 100);
      }
      row.put("worker µs/message", stage.watch().processors(worker.name()) * 1e6 / rate);
      row.put("worker peak MiB", stage.watch().peakResident(worker.name()) >> 20);
    }
    say.println(worker.pages().balance());
    worker.process().end();
  }

  /** What the flood sends to readers that throw it away. */
  private double generator(Stage stage, List<String> ids) throws Exception {
    List<String> arguments =
        List.of(Integer.toString(stage.platformPort()), Stage.token(), String.join(",", ids));
    try (Child sink = stage.startProgram("sink", SinkMain.class, Stage.WORKER_OPTIONS, arguments)) {
      Waiting.until(sink.name(), LIMIT, () -> flooded(stage)[0] >= rooms * 0.9);
      long before = flooded(stage)[1];
      Instant begun = Instant.now();
      Thread.sleep(length.toMillis());
      long sent = flooded(stage)[1] - before;
      return sent * 1000.0 / Duration.between(begun, Instant.now()).toMillis();
    }
  }

  private List<String> recorded() {
    return recording
        .map(file -> "-XX:StartFlightRecording=settings=profile,filename=" + file.toAbsolutePath())
        .map(List::of)
        .orElse(List.of());
  }

  /** Runs a ceiling's program; the last argument is where it leaves its rate. */
  private double run(Stage stage, Class<?> main, String... arguments) throws Exception {
    Path result = stage.folder().resolve("rate");
    Files.deleteIfExists(result);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(result.toString());
    try (Child child = stage.startProgram(main.getSimpleName(), main, Stage.WORKER_OPTIONS, all)) {
      Waiting.until(child.name(), LIMIT, () -> Files.exists(result));
    }
    double rate = Double.parseDouble(Files.readString(result));
    say.printf("%s: %,.0f/s%n", main.getSimpleName(), rate);
    return rate;
  }

  /** Open sockets and messages written by the generator. */
  private long[] flooded(Stage stage) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + stage.platformPort() + "/simulator/flood");
    String[] parts =
        http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
            .body()
            .split(" ", 2);
    return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
  }

  private static double number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : 0;
  }
}
