package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.CountLog;
import io.liveroom.benchmarks.stage.GroupProgress;
import io.liveroom.benchmarks.stage.PageReader;
import io.liveroom.benchmarks.stage.PlatformPages;
import io.liveroom.benchmarks.stage.PlatformPages.Sent;
import io.liveroom.benchmarks.stage.SessionReader;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import io.liveroom.schemas.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * From a message on the platform's socket to the figures that hold it: committed in the topic, and
 * told to the live page. Platform, worker, processor and broker share this machine; at parts of the
 * rate they sustain together.
 *
 * <p>The n-th chat message of a room can be seen when its count of chat messages is n. Minute and
 * session are committed together, so the session's count tells of the minute too.
 */
final class EndToEndTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration LAST_SEEN = Duration.ofSeconds(5);
  private static final int WINDOWS = 3;
  private static final List<Integer> SHARES = List.of(10, 50, 90);
  private static final String CHAT = "CHAT";

  private final int rooms;
  private final int sustained;
  private final Duration window;
  private final PrintStream say;
  private final Report report = new Report("end-to-end", Instant.now());

  /**
   * @param sustained messages a second at which the lag does not grow, as the simulator is told;
   *     what its rooms then say is in the table
   * @param window length of each of the three stretches that a rate is measured in
   */
  EndToEndTrial(int rooms, int sustained, Duration window, PrintStream say) {
    this.rooms = rooms;
    this.sustained = sustained;
    this.window = window;
    this.say = say;
    report.setting("rooms", rooms).setting("messages/s sustained, nominal", sustained);
    report
        .setting("seconds", window.toSeconds())
        .setting("stretches, of which the median", WINDOWS);
    report.setting("options", Stage.WORKER_OPTIONS + " " + Stage.PROCESSOR_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    for (int share : SHARES) {
      try (Stage stage = Stage.open(say, 12)) {
        report.row(measure(stage, share));
      }
    }
    return report;
  }

  private Map<String, Object> measure(Stage stage, int share) throws Exception {
    World world = new World(rooms, sustained * share / 100.0);
    PlatformPages platform = stage.startPlatform(world.settings(true));
    stage.watchRooms(platform.roomIds());
    int port = Stage.freePort();
    Child processor =
        stage.startProcessor(
            "processor",
            Topics.DEFAULT_PREFIX,
            Map.of("liveroom.api.port", Integer.toString(port)),
            List.of());
    Worker worker = stage.startWorker("worker-1", World.workerSettings(1_000), List.of());
    Waiting.until(rooms + " sockets", LIMIT, () -> platform.open() >= rooms);
    List<PageReader> page = new ArrayList<>();
    Waiting.until("the page", LIMIT, () -> page.add(stage.page(port)));
    try (SessionReader topic = stage.sessions();
        PageReader told = page.get(0);
        GroupProgress progress = stage.progress(Topics.DEFAULT_PREFIX);
        TopicFigures figures = stage.figures()) {
      Thread.sleep(WARM_UP.toMillis());
      long before = progress.now().left();
      long records = figures.records(figures.topics().chat());
      stage.watch().restart();
      long begun = System.currentTimeMillis();
      Thread.sleep(window.multipliedBy(WINDOWS).toMillis());
      double seconds = (System.currentTimeMillis() - begun) / 1000.0;
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("of sustained %", (long) share);
      row.put("messages/s", (figures.records(figures.topics().chat()) - records) / seconds);
      row.put("lag gained", progress.now().left() - before);
      for (String name : List.of("simulator", worker.name(), processor.name(), "broker")) {
        row.put(name + " CPU %", stage.watch().processors(name) * 100);
      }
      Thread.sleep(LAST_SEEN.toMillis());
      latencies(row, begun, platform.messages(), topic.counts(), told.counts());
      say.println(row);
      return row;
    }
  }

  private void latencies(
      Map<String, Object> row, long begun, List<Sent> sent, CountLog topic, CountLog page) {
    Map<String, List<Sent>> byRoom =
        sent.stream()
            .filter(each -> each.kind().equals(CHAT))
            .sorted(Comparator.comparingLong(Sent::at))
            .collect(Collectors.groupingBy(Sent::roomId));
    List<List<Double>> inTopic = stretches(byRoom, begun, topic);
    List<List<Double>> onPage = stretches(byRoom, begun, page);
    row.put("chats measured", inTopic.stream().mapToLong(List::size).sum());
    row.put("topic p50 ms", median(inTopic, 0.5));
    row.put("topic p99 ms", median(inTopic, 0.99));
    row.put("page p50 ms", median(onPage, 0.5));
    row.put("page p99 ms", median(onPage, 0.99));
    row.put("not seen", unseen(byRoom, begun, topic));
  }

  /** Milliseconds from sending to being seen, of each stretch, the shortest first. */
  private List<List<Double>> stretches(Map<String, List<Sent>> byRoom, long begun, CountLog seen) {
    List<List<Double>> all = new ArrayList<>();
    for (int stretch = 0; stretch < WINDOWS; stretch++) {
      long from = begun + stretch * window.toMillis();
      List<Double> latencies = new ArrayList<>();
      byRoom.forEach(
          (room, chats) -> {
            for (int number = 0; number < chats.size(); number++) {
              long at = chats.get(number).at();
              OptionalLong seenAt = seen.seenAt(room, number + 1L);
              if (at >= from && at < from + window.toMillis() && seenAt.isPresent()) {
                latencies.add((double) Math.max(0, seenAt.getAsLong() - at));
              }
            }
          });
      latencies.sort(Comparator.naturalOrder());
      all.add(latencies);
    }
    return all;
  }

  /** Messages of the measured time that no count ever reached. */
  private long unseen(Map<String, List<Sent>> byRoom, long begun, CountLog seen) {
    long end = begun + window.multipliedBy(WINDOWS).toMillis();
    return byRoom.entrySet().stream()
        .mapToLong(
            room ->
                room.getValue().stream().filter(each -> each.at() < end).count()
                    - seen.last(room.getKey()))
        .filter(missing -> missing > 0)
        .sum();
  }

  private static double median(List<List<Double>> stretches, double part) {
    List<Double> values =
        stretches.stream()
            .map(each -> Percentile.of(each, part).orElse(Double.NaN))
            .sorted()
            .toList();
    return values.get(values.size() / 2);
  }
}
