package io.liveroom.system;

import io.liveroom.cli.manage.Metrics;
import io.liveroom.collector.Collector;
import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.CollectorSettings.Budget;
import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.Limits;
import io.liveroom.collector.CollectorSettings.Platform;
import io.liveroom.collector.CollectorSettings.Poll;
import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import io.liveroom.control.WatchedRoom;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorSettings;
import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.api.ApiSettings;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.processor.runtime.InstanceSettings;
import io.liveroom.schemas.Topics;
import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.testkit.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Simulator, collector and processor on the test's broker, with everything scaled down to seconds:
 * windows of five seconds, polls every second, broadcasts of half a minute.
 */
final class Pipeline implements AutoCloseable {

  static final Duration WINDOW = Duration.ofSeconds(5);
  static final Duration GRACE = Duration.ofSeconds(15);
  static final Duration MAX_GAP = Duration.ofSeconds(4);
  static final Duration SETTLE = Duration.ofSeconds(2);
  static final Duration EXPLAIN_GAP = Duration.ofSeconds(6);
  static final Duration TREND_SPAN = Duration.ofSeconds(25);

  /** The rules of alerts, scaled down alike. */
  private static final AlertRules ALERTS =
      AlertRules.of(
          """
          rules:
            room_started: {lasts: 2s}
            room_ended: {lasts: 2s}
            product_listed: {lasts: 2s, after: 10s}
            product_price_changed: {lasts: 2s}
            online_drop: {span: 5s, cool-down: 5s, min-audience: 20}
            online_peak: {span: 10s, after: 20s, cool-down: 5s, min-audience: 20}
            follow_rate_spike: {span: 10s, baseline: 20s, cool-down: 5s, min-follows: 3}
            gift_spike: {span: 10s, baseline: 20s, cool-down: 5s}
            collection_stale: {after: 8s}
            coverage_drop: {span: 10s, cool-down: 5s}
          """,
          "the system tests' rules");

  private static final int PARTITIONS = 4;
  private static final int EXACT = FigureSettings.DEFAULTS.exactDistinct();

  final TestStack stack = TestStack.shared();
  final Topics topics = stack.freshTopics(PARTITIONS);
  final Simulator simulator;
  final Metrics metrics = new Metrics(); // of both roles

  private final Path directory;
  private final Optional<ApiSettings> api;
  private Collector collector;
  private Processor processor;

  Pipeline(SimulatorSettings settings, Path directory) {
    this(settings, directory, Optional.empty());
  }

  /** With the query API and the live page, at any free port. */
  static Pipeline withPage(SimulatorSettings settings, Path directory) {
    return new Pipeline(settings, directory, Optional.of(ApiSettings.local(0)));
  }

  private Pipeline(SimulatorSettings settings, Path directory, Optional<ApiSettings> api) {
    this.directory = directory;
    this.api = api;
    simulator = new Simulator(settings, Clock.systemUTC());
    simulator.start();
    collector = newCollector();
    processor = newProcessor();
  }

  void start() {
    processor.start();
    collector.start();
  }

  Collector collector() {
    return collector;
  }

  Processor processor() {
    return processor;
  }

  /** Where the query API and the page are. */
  URI address() {
    try {
      return URI.create(processor.listen().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void restartProcessor() {
    processor.close();
    processor = newProcessor();
    processor.start();
  }

  void restartCollector() {
    collector.close();
    collector = newCollector();
    collector.start();
  }

  /** Puts rooms on the watchlist. */
  void watch(List<String> roomIds) {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      roomIds.forEach(
          room ->
              producer.send(new ProducerRecord<>(topics.watchlist().name(), room, entry(room))));
      producer.flush();
    }
  }

  @Override
  public void close() {
    collector.close();
    processor.close();
    simulator.close();
    metrics.close();
  }

  private static WatchedRoom entry(String roomId) {
    return WatchedRoom.newBuilder()
        .setRoomId(roomId)
        .setLabels(List.of())
        .setWeight(1)
        .setAddedAt(Instant.now())
        .setAddedBy("test")
        .build();
  }

  private Collector newCollector() {
    return new Collector(
        collectorSettings(),
        topics,
        stack.clientProperties(),
        stack.serdes(),
        Clock.systemUTC(),
        metrics.registry());
  }

  private CollectorSettings collectorSettings() {
    Duration second = Duration.ofSeconds(1);
    return new CollectorSettings(
        "worker-1",
        new Platform(
            URI.create("http://127.0.0.1:" + simulator.port()), Secret.ofValue(Simulated.TOKEN)),
        new Poll(
            second,
            50,
            second,
            second,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            true,
            Duration.ofDays(1)),
        new Chat(
            CollectorSettings.Transport.AUTO,
            second,
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            100),
        new Privacy(Users.PSEUDONYM, Text.KEEP, Secret.ofValue("a key of the system tests")),
        new Budget(1000, 64),
        Limits.DEFAULT,
        CollectorSettings.Sharing.DEFAULT,
        CollectorSettings.DEFAULT_DUPLICATES_WINDOW);
  }

  private Processor newProcessor() {
    return new Processor(
        processorSettings(),
        api,
        topics,
        stack.clientProperties(),
        stack.serdes(),
        metrics.registry());
  }

  private ProcessorSettings processorSettings() {
    return new ProcessorSettings(
        new FigureSettings(WINDOW, GRACE, MAX_GAP, TREND_SPAN, Duration.ofSeconds(5), EXACT),
        new PromotionSettings(SETTLE, EXPLAIN_GAP),
        ALERTS,
        Duration.ofMinutes(15),
        Duration.ofMillis(500),
        InstanceSettings.alone(
                topics.session().name().replace('.', '-'), directory.resolve("state"))
            .withCommitInterval(Duration.ofMillis(200)));
  }
}
