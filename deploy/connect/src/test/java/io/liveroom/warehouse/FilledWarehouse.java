package io.liveroom.warehouse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.liveroom.derived.RoomMinute;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * A warehouse that was filled under trouble, for all tests of a JVM: its worker was killed while it
 * wrote, the registry was away when it came back, records cannot be read, a transaction was given
 * up, and a schema gained a field.
 */
final class FilledWarehouse {

  static final String NEW_FIELD = "figure_of_the_next_version";
  static final long NEW_VALUE = 42;

  private static final int ROOMS = 9;
  private static final int MINUTES = 80;
  private static final int REVISIONS = 3;
  private static final int PARTITIONS = 3;
  private static final int REFUSALS = 8; // more than there are sinks: some are asked again
  private static final long PATIENCE_SECONDS = 180;

  final TestStack stack;
  final Topics topics;
  final Publisher publisher;
  final Postgres postgres;

  private final Facts facts = new Facts();
  private final String prefix;
  private final Path log;
  private final RegistryGate registry;
  private ConnectWorker worker;

  private FilledWarehouse() throws IOException {
    CompletableFuture<Postgres> starting = CompletableFuture.supplyAsync(Postgres::start);
    stack = TestStack.shared();
    topics = stack.freshTopics(PARTITIONS);
    prefix = topics.alert().name().replace(".derived.alert.v1", "");
    publisher = new Publisher(stack);
    log = Path.of("target", "worker.log");
    Files.deleteIfExists(log);
    registry = RegistryGate.to(stack.registryUrl());
    postgres = starting.join();
    worker = startWorker();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "warehouse-close"));
  }

  /** The warehouse of this JVM; it ends with the JVM. */
  static FilledWarehouse shared() {
    return Shared.WAREHOUSE;
  }

  /** The room whose minutes came by the newer schema only. */
  static String evolvedRoom() {
    return Facts.room(ROOMS);
  }

  /** The topic of what the sinks could not read. */
  String deadLetters() {
    return prefix + ".warehouse.dead-letter.v1";
  }

  ConnectWorker worker() {
    return worker;
  }

  private static FilledWarehouse start() {
    try {
      FilledWarehouse warehouse = new FilledWarehouse();
      warehouse.fill();
      return warehouse;
    } catch (IOException e) {
      throw new IllegalStateException("the warehouse cannot be filled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the warehouse was filled", e);
    }
  }

  private void fill() throws IOException, InterruptedException {
    makeTables();
    worker.apply(Connectors.POSTGRESQL);
    List<RoomMinute> minutes = minutes();
    int half = minutes.size() / 2;
    publisher.publish(topics.roomMinute(), minutes.subList(0, half));
    awaitMinutes("true", 1);
    worker.kill();
    publishTheRest(minutes.subList(half, minutes.size()));
    registry.shut();
    worker = startWorker();
    await("registry asked while it is away")
        .atMost(PATIENCE_SECONDS, SECONDS)
        .until(() -> registry.refused() >= REFUSALS);
    registry.open();
    awaitMinutes("is_final", ROOMS * MINUTES);
    publisher.publishEvolved(
        topics.roomMinute(), facts.minutes(ROOMS, MINUTES, 1), NEW_FIELD, NEW_VALUE);
    awaitMinutes("is_final", (ROOMS + 1) * MINUTES);
  }

  /** One table is left to the sink, so that what it makes can be compared. */
  private void makeTables() throws IOException {
    postgres.run(Path.of("sql", "tables.sql"));
    postgres.run(Path.of("sql", "views.sql"));
    postgres.run(Path.of("sql", "views.sql")); // may be run again
    postgres.execute("ALTER TABLE liveroom.gap RENAME TO gap_as_shipped");
  }

  private void publishTheRest(List<RoomMinute> minutes) {
    publisher.publish(topics.roomMinute(), minutes);
    publisher.publishAborted(topics.roomMinute(), facts.minutes(0, MINUTES, 1));
    for (int room = 0; room < ROOMS; room++) {
      publisher.publish(topics.session(), facts.session(room));
      publisher.publish(topics.promotionChange(), facts.changes(room, 30));
      publisher.publish(topics.alert(), facts.alerts(room, 3));
      publisher.publish(topics.gap(), facts.gaps(room, 3));
    }
    publisher.publishTombstone(topics.session(), Facts.room(0));
    publisher.publishUnreadable(topics.gap(), Facts.room(0));
    publisher.publish(topics.gap(), facts.gaps(ROOMS, 3));
  }

  /** As the processor tells them: minute after minute, the rooms side by side. */
  private List<RoomMinute> minutes() {
    return IntStream.range(0, ROOMS)
        .mapToObj(room -> facts.minutes(room, MINUTES, REVISIONS))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(RoomMinute::getWindowStart))
        .toList();
  }

  private void awaitMinutes(String condition, long count) {
    await(condition)
        .atMost(PATIENCE_SECONDS, SECONDS)
        .until(
            () ->
                postgres.count("SELECT count(*) FROM liveroom.room_minute WHERE " + condition)
                    >= count);
  }

  private ConnectWorker startWorker() {
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("LIVEROOM_KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
    settings.put("LIVEROOM_REGISTRY_URL", registry.url());
    settings.put("LIVEROOM_TOPICS_PREFIX", prefix);
    return ConnectWorker.start(settings, log);
  }

  private void end() {
    worker.close();
    registry.close();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not end", e);
    }
  }

  // start() is not in here: its lambda would wait for this class to be ready, for ever.
  private static final class Shared {
    static final FilledWarehouse WAREHOUSE = start();
  }
}
