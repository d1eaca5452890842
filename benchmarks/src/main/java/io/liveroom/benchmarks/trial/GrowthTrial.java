package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.machine.Heap;
import io.liveroom.benchmarks.machine.Usage;
import io.liveroom.benchmarks.stage.PlatformPages;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import io.liveroom.schemas.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a worker and a processor take as rooms become more, each as talkative as before. */
final class GrowthTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final List<Integer> sizes;
  private final double ratePerRoom;
  private final Duration length;
  private final PrintStream say;
  private final Report report = new Report("growth", Instant.now());

  /**
   * @param ratePerRoom messages a second
   */
  GrowthTrial(List<Integer> sizes, double ratePerRoom, Duration length, PrintStream say) {
    this.sizes = sizes;
    this.ratePerRoom = ratePerRoom;
    this.length = length;
    this.say = say;
    report.setting("messages/s of a room", ratePerRoom).setting("seconds", length.toSeconds());
    report.setting("options", Stage.WORKER_OPTIONS + " " + Stage.PROCESSOR_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    for (int rooms : sizes) {
      try (Stage stage = Stage.open(say, 12)) {
        report.row(measure(stage, rooms));
      }
    }
    return report;
  }

  private Map<String, Object> measure(Stage stage, int rooms) throws Exception {
    PlatformPages pages =
        stage.startPlatform(new World(rooms, rooms * ratePerRoom).settings(false));
    stage.watchRooms(pages.roomIds());
    Child processor = stage.startProcessor("processor", Topics.DEFAULT_PREFIX, Map.of(), List.of());
    Map<String, String> settings = World.workerSettings(2_000);
    settings.put("liveroom.chat.connects-per-second", "500");
    Worker worker = stage.startWorker("worker-1", settings, List.of());
    Waiting.until(rooms + " sockets", LIMIT, () -> pages.open() >= rooms);
    Thread.sleep(WARM_UP.toMillis());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("rooms", (long) rooms);
    try (TopicFigures topics = stage.figures()) {
      long before = topics.records(topics.topics().chat());
      stage.watch().restart();
      Instant begun = Instant.now();
      Thread.sleep(length.toMillis());
      double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
      row.put("messages/s", (topics.records(topics.topics().chat()) - before) / seconds);
      look(stage, worker.process(), rooms, row);
      look(stage, processor, rooms, row);
      row.put("changelogs MiB", topics.changelogBytes(Topics.DEFAULT_PREFIX) >> 20);
    }
    say.println(row);
    return row;
  }

  private static void look(Stage stage, Child child, int rooms, Map<String, Object> row)
      throws InterruptedException {
    double processors = stage.watch().processors(child.name());
    long resident = stage.watch().peakResident(child.name());
    long heap = Heap.afterCollection(child.pid()).used();
    row.put(child.name() + " CPU %", processors * 100);
    row.put(child.name() + " ms/s of 100 rooms", processors * 1000 * 100 / rooms);
    row.put(child.name() + " heap MiB", heap >> 20);
    row.put(child.name() + " heap KiB/room", heap / 1024.0 / rooms);
    row.put(child.name() + " resident MiB", resident >> 20);
    row.put(child.name() + " threads", (long) Usage.of(child.pid()).orElseThrow().threads());
  }
}
