package io.liveroom.cli;

import io.liveroom.cli.rooms.Age;
import io.liveroom.cli.workers.WorkerLoad;
import io.liveroom.collector.rooms.PartitionMark;
import io.liveroom.collector.rooms.PartitionMarks;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rooms workers}: who carries how much. */
@Command(
    name = "workers",
    description = {
      "Lists the collector workers that hold rooms: partitions of the watchlist (settled: of which",
      "everything live is being seen), rooms, weight, share of the token's budget, how far from",
      "the mean, last sign of life, and when the platform last gave it something."
    })
final class RoomsWorkersCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String FORM = "%-28s %10s %8s %6s %6s %7s %6s %7s %6s %6s";

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(names = "--json", description = "As JSON, one object a line.")
  private boolean isJson;

  RoomsWorkersCommand(Shell shell) {
    this.shell = shell;
  }

  /** What the workers say of each partition of the watchlist. */
  static Map<Integer, PartitionMark> marks(Connections connections) throws Exception {
    try (Admin admin = connections.admin()) {
      return new PartitionMarks(admin, connections.topics()).read(LIMIT);
    }
  }

  @Override
  public Integer call() throws Exception {
    Connections connections = new Connections(options.load(shell));
    List<WorkerLoad> workers =
        WorkerLoad.of(
            new Progress(shell.err())
                .during("asking the broker", () -> marks(connections))
                .values());
    Instant now = shell.clock().instant();
    if (!isJson) {
      shell.out().println(header());
    }
    workers.forEach(worker -> shell.out().println(isJson ? json(worker) : line(worker, now)));
    if (workers.isEmpty()) {
      shell.err().println("no worker holds any room: './liveroom collector' runs one");
    }
    return ExitCode.OK.number();
  }

  private static String header() {
    return FORM.formatted(
        "worker",
        "partitions",
        "settled",
        "rooms",
        "live",
        "weight",
        "share",
        "skew",
        "seen",
        "good");
  }

  private static String line(WorkerLoad worker, Instant now) {
    return String.format(
        Locale.ROOT,
        FORM,
        worker.worker() + (worker.isSilent(now) ? " (silent)" : ""),
        worker.partitions(),
        worker.settled(),
        worker.rooms(),
        worker.live(),
        worker.weight(),
        String.format(Locale.ROOT, "%.0f%%", worker.share() * 100),
        String.format(Locale.ROOT, "%+.0f%%", worker.skew() * 100),
        Age.of(worker.seenAt(), now),
        Age.of(worker.goodAt(), now));
  }

  private static String json(WorkerLoad worker) {
    return new JsonObject()
        .put("worker", worker.worker())
        .put("partitions", worker.partitions())
        .put("settled", worker.settled())
        .put("rooms", worker.rooms())
        .put("live", worker.live())
        .put("weight", worker.weight())
        .put("share", worker.share())
        .put("skew", worker.skew())
        .put("seen_at", worker.seenAt().toString())
        .put("good_at", worker.goodAt().toString())
        .encode();
  }
}
