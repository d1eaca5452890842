package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.machine.Heap;
import io.liveroom.benchmarks.stage.GroupProgress;
import io.liveroom.benchmarks.stage.Probes;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A minute of many rooms at the pace of the clock: what the processor then holds in memory, on disk
 * and in Kafka; and how long figures stand still when it is ended and started, and when it is
 * killed and started.
 */
final class StateTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration LENGTH = Duration.ofSeconds(75); // a whole minute lies in it
  private static final Duration PROBED = Duration.ofSeconds(5); // enough to meet every partition
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final String PREFIX = "state";

  private final int rooms;
  private final int rate;
  private final int goods;
  private final PrintStream say;

  /**
   * @param rate messages a second of all rooms together
   * @param goods on each room's shelf
   */
  StateTrial(int rooms, int rate, int goods, PrintStream say) {
    this.rooms = rooms;
    this.rate = rate;
    this.goods = goods;
    this.say = say;
  }

  @Override
  public Report play() throws Exception {
    Report report = new Report("processor-state", Instant.now());
    report.setting("seconds", LENGTH.toSeconds()).setting("options", Stage.PROCESSOR_OPTIONS);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("rooms", (long) rooms);
    row.put("messages/s", (long) rate);
    row.put("goods of a room", (long) goods);
    try (Stage stage = Stage.open(say, 12)) {
      stage.applyTopics(PREFIX);
      Child processor = start(stage);
      live(stage, processor, row);
      processor.end();
      processor = start(stage);
      row.put("ended: still s", standstill(stage));
      processor.kill();
      start(stage);
      row.put("killed: still s", standstill(stage));
    }
    report.row(row);
    return report;
  }

  private void live(Stage stage, Child processor, Map<String, Object> row) throws Exception {
    Instant start = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    Backlog live = new Backlog(rooms, LENGTH, rate, start).withGoods(goods);
    try (GroupProgress progress = stage.progress(PREFIX);
        Child load = live.play(stage, PREFIX)) {
      Waiting.until("the first commit", LIMIT, () -> progress.now().read() > 0);
      stage.watch().restart();
      Waiting.until("the end of the minute", LIMIT, () -> !load.isAlive());
      row.put("CPU %", stage.watch().processors(processor.name()) * 100);
      row.put("left to read", progress.now().left());
      Waiting.until("the last commit", LIMIT, () -> progress.now().left() == 0);
    }
    row.put("peak MiB", stage.watch().peakResident(processor.name()) >> 20);
    row.put("heap MiB", Heap.afterCollection(processor.pid()).used() >> 20);
    row.put("disk MiB", size(stateFolder(stage)) >> 20);
    try (var figures = stage.figures()) {
      row.put("changelogs MiB", figures.changelogBytes(PREFIX) >> 20);
    }
    say.println(row);
  }

  private static Child start(Stage stage) {
    return stage.startProcessor("processor", PREFIX, Map.of(), List.of());
  }

  private static Path stateFolder(Stage stage) {
    return stage.folder().resolve(PREFIX + "-processor");
  }

  /** Seconds from now until a message of each partition has its minute. */
  private static double standstill(Stage stage) {
    try (Probes probes = stage.probes(PREFIX)) {
      probes.run(Instant.now(), PROBED, INTERVAL, LIMIT);
      if (probes.missing() > 0) {
        throw new IllegalStateException(probes.missing() + " messages have no minute");
      }
      return Percentile.of(probes.latencies(), 1).orElseThrow() / 1000;
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
