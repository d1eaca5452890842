package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.stage.PlatformPages;
import io.liveroom.benchmarks.stage.PlatformPages.Second;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The platform goes away: all sockets cut, every answer a closed connection; then it is back. */
final class OutageTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final Duration CALM = Duration.ofSeconds(20);

  private final int rooms;
  private final double rate;
  private final int connectsPerSecond;
  private final int requestsPerSecond;
  private final Duration length;
  private final PrintStream say;

  OutageTrial(
      int rooms,
      double rate,
      int connectsPerSecond,
      int requestsPerSecond,
      Duration length,
      PrintStream say) {
    this.rooms = rooms;
    this.rate = rate;
    this.connectsPerSecond = connectsPerSecond;
    this.requestsPerSecond = requestsPerSecond;
    this.length = length;
    this.say = say;
  }

  @Override
  public Report play() throws Exception {
    Report report =
        new Report("outage", Instant.now())
            .setting("rooms", rooms)
            .setting("rate", rate)
            .setting("connects_per_second", connectsPerSecond)
            .setting("requests_per_second", requestsPerSecond)
            .setting("seconds", length.toSeconds());
    try (Stage stage = Stage.open(say, 12)) {
      PlatformPages pages = stage.startPlatform(new World(rooms, rate).settings(false));
      stage.watchRooms(pages.roomIds());
      Map<String, String> settings = World.workerSettings(requestsPerSecond);
      settings.put("liveroom.chat.connects-per-second", Integer.toString(connectsPerSecond));
      Worker worker = stage.startWorker("worker-1", settings, List.of());
      Waiting.until(rooms + " sockets", LIMIT, () -> pages.open() >= rooms);
      Thread.sleep(CALM.toMillis());
      Instant cut = Instant.now();
      pages.fault("{\"kind\":\"cut\",\"duration\":\"" + length + "\"}");
      Thread.sleep(length.toMillis());
      Instant back = Instant.now();
      say.printf("the platform is back after %s%n", Duration.between(cut, back));
      boolean whole = Waiting.within(LIMIT, () -> pages.open() >= rooms);
      Instant end = Instant.now();
      PlatformPages.Sockets seen = pages.sockets(true);
      report.row(figures("outage", seen.seconds(), cut, back));
      report.row(figures("coming back", seen.seconds(), back, end));
      tell(report, seen, worker, Duration.between(back, end), whole);
    }
    return report;
  }

  private Map<String, Object> figures(
      String phase, List<Second> seconds, Instant from, Instant to) {
    // Whole seconds only: the first and the last are cut off by the clock, not by the worker.
    long first = from.getEpochSecond() + 1;
    long last = Math.max(first, to.getEpochSecond() - 1);
    long peak = inside(seconds, first, last).map(Second::upgrades).max();
    double mean = inside(seconds, first, last).map(Second::upgrades).sum() / (last - first + 1.0);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("phase", phase);
    row.put("seconds", last - first + 1);
    row.put("connects", inside(seconds, first, last).map(Second::upgrades).sum());
    row.put("connects/s limit", connectsPerSecond);
    row.put("connects/s peak", peak);
    row.put("connects/s mean", mean);
    row.put("peak to mean", mean == 0 ? 0.0 : peak / mean);
    row.put("requests/s limit", requestsPerSecond);
    row.put("requests/s peak", inside(seconds, first, last).map(Second::requests).max());
    return row;
  }

  private void tell(
      Report report, PlatformPages.Sockets seen, Worker worker, Duration recovery, boolean whole)
      throws Exception {
    double ideal = rooms / (double) connectsPerSecond;
    report.note(
        String.format(
            "%s %.1f s after the platform was back; rooms / limit = %.1f s",
            whole ? "all sockets open" : "NOT all sockets open", recovery.toMillis() / 1e3, ideal));
    report.note("gaps recorded: " + worker.pages().balance().gaps());
    report.note("sockets open at the end: " + seen.open());
    report.detail("seconds", seen.seconds());
  }

  private static Seconds inside(List<Second> all, long first, long last) {
    return new Seconds(all, first, last);
  }

  /** The seconds of a stretch; one in which nothing came counts as 0. */
  private record Seconds(List<Second> all, long first, long last) {
    Figures map(java.util.function.ToLongFunction<Second> figure) {
      return new Figures(
          all.stream()
              .filter(second -> second.at() >= first && second.at() <= last)
              .mapToLong(figure)
              .toArray());
    }
  }

  /** Some numbers. */
  @SuppressWarnings("ArrayRecordComponent") // made and used in one expression
  private record Figures(long[] values) {
    long max() {
      return LongStream.of(values).max().orElse(0);
    }

    long sum() {
      return LongStream.of(values).sum();
    }
  }
}
