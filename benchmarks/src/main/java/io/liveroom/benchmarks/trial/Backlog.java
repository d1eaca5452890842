package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.load.LoadMain;
import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.stage.Stage;
import io.liveroom.benchmarks.stage.TopicFigures;
import io.liveroom.benchmarks.stage.Waiting;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Broadcasts of invented rooms, the same facts each time, whatever the prefix of the topics: there
 * before anybody reads them, or coming at the pace of the clock.
 *
 * @param rooms how many
 * @param length of each broadcast, in event time
 * @param rate messages a second of all rooms together, in event time
 * @param hot times that the first room is as talkative as each of the others
 * @param goods on a shelf
 * @param start of all broadcasts
 */
record Backlog(int rooms, Duration length, double rate, double hot, int goods, Instant start) {

  private static final int FEW_GOODS = 6;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration AGO = Duration.ofHours(3); // well within what topics keep

  /** Broadcasts of a while ago. */
  static Backlog of(int rooms, Duration length, double rate) {
    Instant start = Instant.now().minus(AGO).truncatedTo(ChronoUnit.HOURS);
    return new Backlog(rooms, length, rate, start);
  }

  /** Rooms alike, with a few goods each. */
  Backlog(int rooms, Duration length, double rate, Instant start) {
    this(rooms, length, rate, 1, FEW_GOODS, start);
  }

  Backlog withHot(double times) {
    return new Backlog(rooms, length, rate, times, goods, start);
  }

  Backlog withGoods(int number) {
    return new Backlog(rooms, length, rate, hot, number, start);
  }

  /** Makes the topics of a prefix and fills them. */
  void fill(Stage stage, String prefix) throws Exception {
    stage.applyTopics(prefix);
    Path done = done(stage, prefix);
    Instant begun = Instant.now();
    try (Child load = load(stage, prefix, "fast")) {
      Waiting.until("filling", LIMIT, () -> Files.exists(done) || !load.isAlive());
    }
    if (!Files.exists(done)) {
      throw new IllegalStateException("the topics were not filled: see load.log");
    }
    long records = records(stage, prefix);
    stage
        .say()
        .printf(
            "%s: %,d records filled in %s%n",
            prefix, records, since(begun).truncatedTo(ChronoUnit.SECONDS));
  }

  /** Fills the topics of a prefix at the pace of the clock; they must be there. */
  Child play(Stage stage, String prefix) {
    return load(stage, prefix, "clock");
  }

  private Child load(Stage stage, String prefix, String pace) {
    List<String> arguments =
        List.of(
            stage.bootstrapServers(),
            stage.registryUrl(),
            prefix,
            Integer.toString(rooms),
            Long.toString(length.toSeconds()),
            Double.toString(rate),
            Double.toString(hot),
            Integer.toString(goods),
            Long.toString(start.getEpochSecond()),
            pace,
            done(stage, prefix).toString());
    return stage.startProgram("load", LoadMain.class, List.of("-Xmx1g"), arguments);
  }

  private static Path done(Stage stage, String prefix) {
    return stage.folder().resolve("filled-" + prefix);
  }

  /** Observed records under a prefix. */
  static long records(Stage stage, String prefix) throws Exception {
    try (TopicFigures figures = stage.figures()) {
      return figures.records(observed(prefix)).values().stream().mapToLong(count -> count).sum();
    }
  }

  static List<Topic<?>> observed(String prefix) {
    Topics topics = new Topics(prefix);
    return List.of(topics.chat(), topics.room(), topics.promotions(), topics.status());
  }

  private static Duration since(Instant moment) {
    return Duration.between(moment, Instant.now());
  }
}
