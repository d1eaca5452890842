package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.stage.PlatformPages;
import io.liveroom.benchmarks.stage.PlatformPages.Room;
import io.liveroom.benchmarks.stage.Recorded;
import io.liveroom.benchmarks.stage.Shares;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.benchmarks.stage.Worker;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Several workers: one is killed, all are restarted in turn, some join and leave again. */
final class WorkersTrial implements Trial {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration CALM = Duration.ofSeconds(15);
  private static final int WORKERS = 3;
  private static final int MORE = 5;

  private final int rooms;
  private final double rate;
  private final PrintStream say;
  private final Report report = new Report("workers", Instant.now());
  private final Map<String, Worker> workers = new TreeMap<>();
  private final List<Act> acts = new ArrayList<>();

  /** Something that was done to the workers, and when. */
  private record Act(
      String name, Instant from, Instant to, Shares before, Shares after, long duplicates) {}

  WorkersTrial(int rooms, double rate, PrintStream say) {
    this.rooms = rooms;
    this.rate = rate;
    this.say = say;
    report.setting("rooms", rooms).setting("rate", rate).setting("workers", WORKERS);
    report.setting("options", Stage.WORKER_OPTIONS);
  }

  @Override
  public Report play() throws Exception {
    try (Stage stage = Stage.open(say, 24)) {
      PlatformPages pages = stage.startPlatform(new World(rooms, rate).settings(true));
      stage.watchRooms(pages.roomIds());
      for (int number = 1; number <= WORKERS; number++) {
        start(stage, "worker-" + number);
      }
      Waiting.until(rooms + " sockets", LIMIT, () -> pages.open() >= rooms);
      calm(stage, pages, WORKERS);
      act(stage, pages, "kill -9 one of 3", WORKERS - 1, () -> kill("worker-2"));
      act(stage, pages, "start it again", WORKERS, () -> start(stage, "worker-2"));
      act(stage, pages, "rolling restart of 3", WORKERS, () -> restartAll(stage, pages));
      act(stage, pages, "3 to 5 workers", MORE, () -> more(stage));
      act(stage, pages, "5 to 3 workers", WORKERS, this::fewer);
      pages.fault("{\"kind\":\"silent_sockets\"}");
      Thread.sleep(CALM.toMillis());
      tell(stage, pages);
    }
    return report;
  }

  /** What is done in an act. */
  private interface Deed {
    void run() throws Exception;
  }

  private void act(Stage stage, PlatformPages pages, String name, int size, Deed deed)
      throws Exception {
    say.println(name);
    Shares before = stage.shares();
    long duplicates = duplicates();
    Instant from = Instant.now();
    deed.run();
    calm(stage, pages, size);
    acts.add(new Act(name, from, Instant.now(), before, stage.shares(), duplicates() - duplicates));
  }

  /** Every partition has a worker, as many as there should be, every room a socket, for a while. */
  private void calm(Stage stage, PlatformPages pages, int size) throws Exception {
    boolean calm =
        Waiting.within(
            LIMIT,
            () -> {
              Shares shares = stage.shares();
              return shares.isWhole() && shares.size() == size && pages.open() == rooms;
            });
    if (!calm) {
      report.note("NOT calm: " + pages.open() + " sockets open, " + stage.shares());
    }
    Thread.sleep(CALM.toMillis());
  }

  private void start(Stage stage, String id) throws Exception {
    Map<String, String> settings = World.workerSettings(500);
    Worker worker = stage.startWorker(id, settings, List.of());
    workers.put(id, worker);
    Waiting.until(id + " ready", LIMIT, worker.pages()::isReady);
  }

  private void kill(String id) throws Exception {
    take(id).process().kill();
  }

  private Worker take(String id) {
    Worker worker = workers.remove(id);
    if (worker == null) {
      throw new IllegalStateException(id + " does not run");
    }
    return worker;
  }

  private void restartAll(Stage stage, PlatformPages pages) throws Exception {
    for (String id : List.copyOf(workers.keySet())) {
      take(id).process().end();
      start(stage, id);
      Waiting.within(LIMIT, () -> pages.open() == rooms);
    }
  }

  private void more(Stage stage) throws Exception {
    for (int number = WORKERS + 1; number <= MORE; number++) {
      start(stage, "worker-" + number);
    }
  }

  private void fewer() throws Exception {
    for (int number = WORKERS + 1; number <= MORE; number++) {
      take("worker-" + number).process().end();
    }
  }

  private long duplicates() throws Exception {
    long sum = 0;
    for (Worker worker : workers.values()) {
      sum += worker.pages().balance().duplicates();
    }
    return sum;
  }

  private void tell(Stage stage, PlatformPages pages) throws Exception {
    List<Room> seen = pages.sockets(true).rooms();
    Recorded recorded = stage.recorded();
    for (Act act : acts) {
      report.row(figures(act, seen, recorded));
    }
    List<PlatformPages.Sent> sent = pages.messages();
    Truth truth = new Truth(sent, recorded);
    report.note(truth.sentence());
    report.detail("truth", truth.figures());
    try (TopicFigures figures = stage.figures()) {
      report.note("dead letters: " + figures.records(figures.topics().deadLetter()));
    }
    report.detail("shares", acts.stream().map(act -> act.after().workers()).toList());
  }

  private Map<String, Object> figures(Act act, List<Room> seen, Recorded recorded) {
    Blindness blindness = new Blindness(seen, act.from(), act.to());
    long told =
        blindness.rooms().entrySet().stream()
            .filter(each -> Truth.tells(recorded, each.getKey(), each.getValue()))
            .count();
    Set<Integer> moved = act.before().movedTo(act.after());
    long inMoved =
        seen.stream()
            .filter(room -> moved.contains(act.after().partitionOf(room.roomId())))
            .count();
    long touched = seen.stream().filter(room -> isTouched(room, act)).count();
    long touchedElsewhere =
        seen.stream()
            .filter(room -> isTouched(room, act))
            .filter(room -> !moved.contains(act.after().partitionOf(room.roomId())))
            .count();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("act", act.name());
    row.put("partitions moved", moved.size());
    row.put("rooms in them", inMoved);
    row.put("rooms with a new socket", touched);
    row.put("of them elsewhere", touchedElsewhere);
    row.put("rooms blind", (long) blindness.rooms().size());
    row.put("with a gap record", told);
    row.put("blind p50 s", blindness.seconds(0.5));
    row.put("blind p99 s", blindness.seconds(0.99));
    row.put("blind max s", blindness.seconds(1));
    row.put("duplicates", act.duplicates());
    return row;
  }

  private static boolean isTouched(Room room, Act act) {
    return room.sockets().stream()
        .anyMatch(
            socket ->
                socket.from() >= act.from().toEpochMilli()
                    && socket.from() < act.to().toEpochMilli());
  }
}
