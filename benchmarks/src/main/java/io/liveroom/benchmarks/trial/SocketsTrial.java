package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.machine.Heap;
import io.liveroom.benchmarks.machine.Usage;
import io.liveroom.benchmarks.stage.PlatformPages;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many sockets one worker holds, and what a socket costs. */
final class SocketsTrial implements Trial {

  private static final Duration CONNECT_LIMIT = Duration.ofMinutes(5);
  private static final int LARGEST_CLASSES = 25;

  private final List<Integer> sizes;
  private final double ratePerRoom;
  private final Duration length;
  private final PrintStream say;
  private final Report report = new Report("sockets", Instant.now());

  /**
   * @param sizes rooms, one after the other in fresh processes
   * @param rate messages a second at the largest size; smaller ones get their share
   */
  SocketsTrial(List<Integer> sizes, double rate, Duration length, PrintStream say) {
    this.sizes = sizes;
    this.ratePerRoom = rate / sizes.stream().mapToInt(size -> size).max().orElse(1);
    this.length = length;
    this.say = say;
    report.setting("rooms", sizes).setting("rate", rate).setting("seconds", length.toSeconds());
    report.setting("options", Stage.WORKER_OPTIONS + " " + Heap.TRACKING);
  }

  @Override
  public Report play() throws Exception {
    for (int rooms : sizes) {
      try (Stage stage = Stage.open(say, 12)) {
        hold(stage, rooms);
      }
    }
    return report;
  }

  private void hold(Stage stage, int rooms) throws Exception {
    World world = new World(rooms, rooms * ratePerRoom);
    PlatformPages pages = stage.startPlatform(world.settings(false));
    stage.watchRooms(pages.roomIds());
    Map<String, String> settings = World.workerSettings(2_000);
    Worker worker = stage.startWorker("worker-1", settings, List.of(Heap.TRACKING));
    Duration connecting =
        Waiting.until(rooms + " sockets", CONNECT_LIMIT, () -> pages.open() >= rooms);
    say.printf("%,d sockets after %,d ms%n", rooms, connecting.toMillis());
    try (TopicFigures topics = stage.figures()) {
      Thread.sleep(Duration.ofSeconds(20).toMillis());
      stage.watch().restart();
      long before = topics.records(topics.topics().chat());
      Instant begun = Instant.now();
      Thread.sleep(length.toMillis());
      double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
      double rate = (topics.records(topics.topics().chat()) - before) / seconds;
      look(stage, worker.process(), rooms, connecting, rate);
      report.detail("open_" + rooms, pages.open());
    }
  }

  private void look(Stage stage, Child worker, int rooms, Duration connecting, double rate)
      throws InterruptedException {
    double processors = stage.watch().processors(worker.name());
    long peak = stage.watch().peakResident(worker.name());
    Usage usage = Usage.of(worker.pid()).orElseThrow();
    Heap heap = Heap.afterCollection(worker.pid());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("rooms", rooms);
    row.put("connected after s", connecting.toMillis() / 1000.0);
    row.put("heap after GC MiB", mebibytes(heap.used()));
    row.put("heap committed MiB", mebibytes(heap.committed()));
    row.put("direct MiB", mebibytes(heap.direct()));
    row.put("resident MiB", mebibytes(peak));
    row.put("anonymous MiB", mebibytes(usage.anonymous()));
    row.put("threads", usage.threads());
    row.put("CPU %", processors * 100);
    row.put("messages/s", rate);
    row.put("heap KiB/socket", heap.used() / 1024.0 / rooms);
    row.put("resident KiB/socket", peak / 1024.0 / rooms);
    report.row(row);
    report.detail("largest_classes_" + rooms, Heap.largestClasses(worker.pid(), LARGEST_CLASSES));
    report.detail("native_memory_" + rooms, Heap.nativeMemory(worker.pid()));
  }

  private static double mebibytes(long bytes) {
    return bytes / 1024.0 / 1024.0;
  }
}
