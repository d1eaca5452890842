package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.GroupProgress;
import io.liveroom.benchmarks.stage.Probes;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.Waiting;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long after a message its minute can be read, committed, while facts come at the pace of the
 * clock; at one rate after the other, each with a processor of its own.
 */
final class LatencyTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration WARM_UP = Duration.ofSeconds(60); // compiled code by then
  private static final Duration INTERVAL = Duration.ofMillis(47); // out of step with all timers
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int rooms;
  private final List<Integer> rates;
  private final double hot;
  private final Duration length;
  private final PrintStream say;
  private final Report report = new Report("latency", Instant.now());

  /**
   * @param hot times that one room is as talkative as each of the others
   */
  LatencyTrial(int rooms, List<Integer> rates, double hot, Duration length, PrintStream say) {
    this.rooms = rooms;
    this.rates = rates;
    this.hot = hot;
    this.length = length;
    this.say = say;
    report.setting("rooms", rooms).setting("seconds", length.toSeconds());
    report.setting("one room times as talkative", hot);
    report.setting("options", Stage.PROCESSOR_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    try (Stage stage = Stage.open(say, 12)) {
      for (int rate : rates) {
        report.row(measure(stage, rate));
      }
    }
    return report;
  }

  private Map<String, Object> measure(Stage stage, int rate) throws Exception {
    String prefix = "rate" + rate;
    Instant start = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    Backlog live =
        new Backlog(rooms, WARM_UP.plus(length).plusSeconds(5), rate, start).withHot(hot);
    stage.applyTopics(prefix);
    try (GroupProgress progress = stage.progress(prefix);
        Child processor = stage.startProcessor("processor", prefix, Map.of(), List.of());
        Child load = live.play(stage, prefix);
        Probes probes = stage.probes(prefix)) {
      Waiting.until("the first commit", LIMIT, () -> progress.now().read() > 0);
      probes.run(start.plus(WARM_UP).minusSeconds(5), Duration.ofSeconds(5), INTERVAL, PATIENCE);
      long before = progress.now().left();
      stage.watch().restart();
      Instant begun = Instant.now();
      try (Probes counted = stage.probes(prefix)) {
        counted.run(begun, length, INTERVAL, Duration.ZERO);
        long after = progress.now().left();
        Map<String, Object> row = row(rate, counted.latencies());
        row.put("not yet there", (long) counted.missing());
        row.put("lag gained", after - before);
        row.put("CPU %", stage.watch().processors(processor.name()) * 100);
        row.put("broker CPU %", stage.watch().processors("broker") * 100);
        row.put("load CPU %", stage.watch().processors(load.name()) * 100);
        say.println(row);
        return row;
      }
    }
  }

  private static Map<String, Object> row(int rate, List<Double> latencies) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("messages/s", (long) rate);
    row.put("probes", (long) latencies.size());
    row.put("p50 ms", Percentile.of(latencies, 0.5).orElse(Double.NaN));
    row.put("p99 ms", Percentile.of(latencies, 0.99).orElse(Double.NaN));
    row.put("max ms", Percentile.of(latencies, 1).orElse(Double.NaN));
    return row;
  }
}
