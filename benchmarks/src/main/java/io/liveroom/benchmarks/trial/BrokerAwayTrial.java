package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.stage.PlatformPages;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import io.liveroom.benchmarks.stage.WorkerPages.Balance;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The broker goes away for minutes while messages keep coming; afterwards nothing is missing. */
final class BrokerAwayTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration BEFORE = Duration.ofSeconds(30);
  private static final Duration AFTER = Duration.ofSeconds(30);
  private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(15);
  private static final Duration QUIET = Duration.ofSeconds(10);

  /** How the broker goes away. */
  enum Way {
    /** It ends in order and starts again. */
    STOPPED,
    /** It keeps its connections and does nothing. */
    FROZEN
  }

  private final int rooms;
  private final double rate;
  private final Duration length;
  private final List<Way> ways;
  private final PrintStream say;
  private final Report report = new Report("broker-away", Instant.now());

  BrokerAwayTrial(int rooms, double rate, Duration length, List<Way> ways, PrintStream say) {
    this.rooms = rooms;
    this.rate = rate;
    this.length = length;
    this.ways = ways;
    this.say = say;
    report
        .setting("rooms", rooms)
        .setting("rate", rate)
        .setting("minutes", length.toSeconds() / 60.0);
    report.setting("options", Stage.WORKER_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    for (Way way : ways) {
      try (Stage stage = Stage.open(say, 12)) {
        play(stage, way);
      }
    }
    return report;
  }

  private void play(Stage stage, Way way) throws Exception {
    PlatformPages pages = stage.startPlatform(new World(rooms, rate).settings(false));
    stage.watchRooms(pages.roomIds());
    Worker worker = stage.startWorker("worker-1", World.workerSettings(1_000), List.of());
    Waiting.until(rooms + " sockets", LIMIT, () -> pages.open() >= rooms);
    Thread.sleep(BEFORE.toMillis());
    long sentBefore = pages.sockets(false).messages();
    long residentBefore = stage.watch().peakResident(worker.name());
    stage.watch().restart();
    Duration took = away(stage, way);
    Instant back = Instant.now();
    long sentBack = pages.sockets(false).messages();
    say.printf("the broker is back after %s; %s%n", took, worker.pages().balance());
    Thread.sleep(AFTER.toMillis());
    pages.fault("{\"kind\":\"silent_sockets\"}");
    Instant lastReceived = lastReceived(worker);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("broker", way.name());
    row.put("messages/s", (sentBack - sentBefore) * 1000.0 / took.toMillis());
    row.put("sent meanwhile", sentBack - sentBefore);
    row.put("all read after s", Duration.between(back, lastReceived).toMillis() / 1000.0);
    row.put("resident before MiB", residentBefore >> 20);
    row.put("resident peak MiB", stage.watch().peakResident(worker.name()) >> 20);
    row.put("simulator peak MiB", stage.watch().peakResident("simulator") >> 20);
    compare(stage, pages, worker, row);
    report.row(row);
    report.detail(way + "_resident", stage.watch().residentMebibytes(worker.name()));
    report.detail(way + "_simulator", stage.watch().residentMebibytes("simulator"));
  }

  private Duration away(Stage stage, Way way) throws Exception {
    Instant gone = Instant.now();
    if (way == Way.FROZEN) {
      stage.broker().freeze();
    } else {
      stage.broker().end();
    }
    Thread.sleep(length.toMillis());
    if (way == Way.FROZEN) {
      stage.broker().thaw();
    } else {
      stage.startBroker();
    }
    return Duration.between(gone, Instant.now());
  }

  /**
   * When the last message came: what was sent before the platform fell silent is still on its way.
   * How fast it comes says nothing, as a worker may be no faster than the platform sends.
   */
  private static Instant lastReceived(Worker worker) throws Exception {
    Instant limit = Instant.now().plus(CATCH_UP_LIMIT);
    Instant last = Instant.now();
    long received = 0;
    while (last.plus(QUIET).isAfter(Instant.now()) && Instant.now().isBefore(limit)) {
      long now = worker.pages().chatReceived();
      if (now != received) {
        received = now;
        last = Instant.now();
      }
      Thread.sleep(200);
    }
    return last;
  }

  /** Everybody counts, at a moment when nothing is on its way; polls go on. */
  private void compare(Stage stage, PlatformPages pages, Worker worker, Map<String, Object> row)
      throws Exception {
    PlatformPages.Sockets seen = pages.sockets(false);
    Balance balance = worker.pages().balance();
    for (int tries = 0; balance.open() != 0 && tries < 1_000; tries++) {
      balance = worker.pages().balance();
    }
    row.put("sent on sockets", seen.messages());
    row.put("received of chat", worker.pages().chatReceived());
    row.put("received", balance.received());
    row.put("published", balance.published());
    row.put("duplicates", balance.duplicates());
    row.put("dead letters", balance.deadLetters());
    row.put("shed", balance.shed());
    row.put("open", balance.open());
    row.put("gaps", balance.gaps());
    row.put("sockets closed", seen.closed());
    try (TopicFigures figures = stage.figures()) {
      row.put("records in Kafka", observed(figures));
    }
  }

  private static long observed(TopicFigures figures) throws Exception {
    Topics topics = figures.topics();
    List<Topic<?>> written =
        List.of(
            topics.chat(), topics.room(), topics.status(), topics.promotions(), topics.audience());
    return figures.records(written).values().stream().mapToLong(count -> count).sum();
  }
}
