package io.liveroom.collector;

import io.liveroom.collector.chat.ChatIntake;
import io.liveroom.collector.chat.ChatSupervisor;
import io.liveroom.collector.pace.Doorway;
import io.liveroom.collector.pace.EventLoopLane;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.pace.LoopTurns;
import io.liveroom.collector.pace.RequestBudget;
import io.liveroom.collector.pace.TokenGate;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.platform.PrivacyFilter;
import io.liveroom.collector.poll.PollLoop;
import io.liveroom.collector.poll.Pollers;
import io.liveroom.collector.publish.BalanceCheck;
import io.liveroom.collector.publish.Counters;
import io.liveroom.collector.publish.KafkaOutlet;
import io.liveroom.collector.publish.Outbox;
import io.liveroom.collector.publish.Pressure;
import io.liveroom.collector.publish.Publisher;
import io.liveroom.collector.rooms.Fleet;
import io.liveroom.collector.rooms.RoomParts;
import io.liveroom.collector.rooms.StatusRounds;
import io.liveroom.collector.rooms.Watchlist;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker: watches its share of the rooms, and takes what it sees to Kafka. */
public final class Collector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
  private static final int LANES =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
  private static final Duration LEAVE_DEADLINE = Duration.ofSeconds(8);
  private static final Duration FLUSH_DEADLINE = Duration.ofSeconds(4);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final TokenGate gate;
  private final PlatformClient client;
  private final Doorway doorway;
  private final Counters counters;
  private final AtomicBoolean isClosed = new AtomicBoolean();
  private final KafkaOutlet outlet;
  private final Publisher publisher;
  private final BalanceCheck balance;
  private final StatusRounds statusRounds;
  private final Fleet fleet;
  private final PollLoop feed;
  private final Lane roundsLane;
  private final List<Lane> lanes;
  private final LoopTurns turns;
  private final Clock clock;
  private final Watchlist watchlist;

  public Collector(
      CollectorSettings settings,
      Topics topics,
      Map<String, Object> kafkaClientProperties,
      RecordSerdes serdes,
      Clock clock,
      MeterRegistry meters) {
    this.clock = clock;
    String id = settings.id();
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LANES));
    turns = new LoopTurns(clock);
    lanes = EventLoopLane.of(vertx, LANES);
    roundsLane = EventLoopLane.of(vertx, 1).get(0);

    // out
    counters = new Counters(meters);
    Pressure pressure = KafkaOutlet.pressure();
    outlet = new KafkaOutlet(kafkaClientProperties, meters);
    publisher =
        new Publisher(
            new Outbox(outlet, pressure),
            serdes.serializer(),
            topics,
            id,
            settings.duplicatesWindow(),
            counters,
            clock);
    balance = publisher.balanceCheck();
    Gauge.builder("liveroom.collector.unaccounted", balance, BalanceCheck::unaccounted)
        .description(
            "received, and neither published, a duplicate, a dead letter, shed nor waiting")
        .register(meters);
    Gauge.builder("liveroom.collector.waiting.bytes", pressure, Pressure::inFlight)
        .description("what waits for Kafka to take it")
        .baseUnit("bytes")
        .register(meters);

    // in
    gate = new TokenGate(clock);
    CollectorSettings.Budget places = settings.budget();
    RequestBudget budget =
        new RequestBudget(places.requestsPerSecond(), places.concurrency(), roundsLane, clock);
    client = new PlatformClient(vertx, settings, budget, gate, clock);
    PrivacyFilter privacy = new PrivacyFilter(settings.privacy());
    DeadLetters letters = new DeadLetters(id, privacy, settings.platform().token());
    Pollers pollers = new Pollers(client, publisher, topics, id, letters, privacy);
    ChatDecoder chatDecoder = new ChatDecoder(id, letters, privacy);
    ChatIntake intake = new ChatIntake(chatDecoder, letters, publisher, client, topics.chat());
    doorway =
        new Doorway(
            settings.chat().connectsPerSecond(),
            budget,
            roundsLane,
            clock,
            pressure::isHigh,
            client::admits);
    Gauge.builder("liveroom.collector.sockets.waiting", doorway, Doorway::waiting)
        .description("rooms that wait in the line for a chat socket")
        .register(meters);
    Gauge.builder("liveroom.collector.requests.concurrency", budget, RequestBudget::concurrency)
        .description("requests that may wait for their answer at the same time, as things are")
        .register(meters);
    ChatSupervisor.Shared chat =
        new ChatSupervisor.Shared(
            settings.chat(),
            settings.limits().maxFrame(),
            clock,
            () -> ThreadLocalRandom.current().nextDouble(),
            intake,
            doorway,
            id);

    // rooms
    fleet =
        new Fleet(
            lanes, new RoomParts(settings, pollers, chat, pressure, budget::isTight, clock), clock);
    CollectorSettings.Poll poll = settings.poll();
    statusRounds =
        new StatusRounds(
            pollers.status(roundsLane, fleet::status, fleet::unmentioned)::poll,
            poll.status(),
            poll.statusBatchSize(),
            poll.leaveAfter(),
            roundsLane,
            clock,
            pressure,
            publisher::forget);
    feed =
        fleet.feed(
            pollers.feed(roundsLane, fleet::isWatched, () -> fleet.size() == 0, fleet::snapshot),
            roundsLane);
    watchlist =
        new Watchlist(
            kafkaClientProperties,
            topics,
            serdes,
            settings,
            fleet,
            statusRounds,
            client::goodAt,
            budget::setShare,
            clock);
    Gauge.builder("liveroom.collector.rooms.live", fleet, Fleet::live)
        .description("of the rooms this worker watches, live or paused: each should have a socket")
        .register(meters);
    Gauge.builder("liveroom.collector.partitions.unheld", watchlist, Watchlist::unheld)
        .description("partitions of the watchlist that no worker marks as seen")
        .register(meters);
  }

  /** Begins; what is missing in Kafka or the registry is noticed here. */
  public void start() {
    publisher.warmUp();
    lanes.forEach(lane -> turns.watch("lane-" + lanes.indexOf(lane), lane));
    turns.watch("rounds", roundsLane);
    roundsLane.run(this::checkBalance);
    statusRounds.start();
    roundsLane.run(feed::start);
    watchlist.start();
  }

  private void checkBalance() {
    balance.look();
    roundsLane.after(CHECK_EVERY, this::checkBalance);
  }

  public Counters counters() {
    return counters;
  }

  public CollectorHealth health() {
    Map<Trouble, String> troubles = new EnumMap<>(Trouble.class);
    publisher.trouble().ifPresent(words -> troubles.put(Trouble.KAFKA, words));
    if (balance.unaccounted() != 0) {
      troubles.put(
          Trouble.BALANCE,
          balance.unaccounted() + " records are not accounted for: this is a defect");
    }
    if (publisher.pressure().isHigh()) {
      troubles.put(Trouble.PRESSURE, "Kafka takes less than comes in: reading has stopped");
    }
    if (gate.isRefused()) {
      troubles.put(Trouble.TOKEN, "the platform refuses the token");
    }
    if (doorway.standstill() == Doorway.Standstill.PLATFORM) {
      troubles.put(
          Trouble.SOCKETS,
          "the platform lets no chat socket in; " + doorway.waiting() + " rooms wait");
    }
    if (!watchlist.trouble().isEmpty()) {
      troubles.put(Trouble.WATCHLIST, watchlist.trouble());
    }
    Map<String, Duration> standstill = new HashMap<>(turns.standstill());
    if (!standstill.isEmpty()) { // it has started
      standstill.put("watchlist", Duration.between(watchlist.turnedAt(), clock.instant()));
    }
    return new CollectorHealth(watchlist.isLoaded(), fleet.size(), troubles, standstill);
  }

  /**
   * Ends in order: no more work, sockets closed, what was seen flushed, what will be missed said.
   * Closing again does nothing.
   */
  @Override
  public void close() {
    if (isClosed.getAndSet(true)) {
      return;
    }
    try {
      watchlist.close(LEAVE_DEADLINE);
      statusRounds.stop();
      roundsLane.run(feed::stop);
      fleet.leave();
      wait(client.close());
      publisher.close(FLUSH_DEADLINE);
      outlet.close();
      wait(vertx.close());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      LOG.warn("interrupted while closing; what was in flight may be missing");
    }
  }

  private static void wait(io.vertx.core.Future<Void> closing) throws InterruptedException {
    try {
      closing.toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | TimeoutException goesOn) {
      LOG.debug("a part did not close in time", goesOn);
    }
  }
}
