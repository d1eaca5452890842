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
  private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(15);
  private static final Duration SETTLED = Duration.ofSeconds(3);

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
    boolean caughtUp = Waiting.within(CATCH_UP_LIMIT, () -> hasCaughtUp(pages, worker));
    Duration catchUp = Duration.between(back, Instant.now());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("broker", way.name());
    row.put("messages/s", (sentBack - sentBefore) * 1000.0 / took.toMillis());
    row.put("sent meanwhile", sentBack - sentBefore);
    row.put("caught up after s", caughtUp ? (Object) (catchUp.toMillis() / 1000.0) : "NEVER");
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
   * Less than two seconds' worth is on its way, and no more comes in than is sent: what was sent on
   * sockets that the platform has cut meanwhile never comes.
   */
  private boolean hasCaughtUp(PlatformPages pages, Worker worker) throws Exception {
    long before = behind(pages, worker);
    Thread.sleep(SETTLED.toMillis());
    return behind(pages, worker) > before - rate && worker.pages().balance().open() < 2 * rate;
  }

  private static long behind(PlatformPages pages, Worker worker) throws Exception {
    return pages.sockets(false).messages() - worker.pages().chatReceived();
  }

  /** The platform falls silent, and everybody counts. */
  private void compare(Stage stage, PlatformPages pages, Worker worker, Map<String, Object> row)
      throws Exception {
    pages.fault("{\"kind\":\"silent_sockets\"}");
    Waiting.within(LIMIT, () -> isSettled(worker));
    PlatformPages.Sockets seen = pages.sockets(false);
    Balance balance = worker.pages().balance();
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

  private static boolean isSettled(Worker worker) throws Exception {
    Balance before = worker.pages().balance();
    Thread.sleep(SETTLED.toMillis());
    return before.open() == 0 && worker.pages().balance().equals(before);
  }

  private static long observed(TopicFigures figures) throws Exception {
    Topics topics = figures.topics();
    List<Topic<?>> written =
        List.of(
            topics.chat(), topics.room(), topics.status(), topics.promotions(), topics.audience());
    return figures.records(written).values().stream().mapToLong(count -> count).sum();
  }
}
