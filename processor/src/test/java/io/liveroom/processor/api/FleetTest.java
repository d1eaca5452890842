package io.liveroom.processor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorProcess;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two processors share the rooms of a real broker: either answers for all, and one may go away. */
class FleetTest {

  private static final int ROOMS = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(4);
  private final String prefix = topics.chat().name().replace(".observed.chat.v1", "");
  private final Producer<String, SpecificRecord> producer = stack.producer();
  private final ViewFacts facts = new ViewFacts(topics, producer);
  private final MeterRegistry meters = new SimpleMeterRegistry(); // of the one that stays
  private final Path state;

  FleetTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path state) {
    this.state = state;
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void oneCloses_otherTakesOverAndReadersMissNothing() throws Exception {
    sessions(1);
    try (Processor stays = processor("stays", 0)) {
      Processor goes =
          ProcessorProcess.create(
              stack.bootstrapServers(),
              stack.registryUrl(),
              prefix,
              state.resolve("goes"),
              Optional.of(ApiSettings.local(0)),
              0,
              new SimpleMeterRegistry());
      ApiClient one = new ApiClient(stays.listen().orElseThrow());
      ApiClient other = new ApiClient(goes.listen().orElseThrow());
      stays.start();
      goes.start();
      untilShared(one);
      other.until("/api/rooms?limit=1000", FleetTest::isComplete);
      rooms().forEach(room -> assertThat(one.json(path(room)).getString("updated_at")).isNotNull());
      rooms()
          .forEach(room -> assertThat(other.json(path(room)).getString("updated_at")).isNotNull());
      assertSamePages(one, other);

      String url = stays.listen().orElseThrow() + "/api/stream";
      try (EventLog events = new EventLog(() -> url)) {
        until(() -> events.ready() > 0, "the stream is ready");
        sessions(2);
        until(() -> haveAll(events, 2), "what both have is told");
        goes.close();
        sessions(3);
        until(() -> haveAll(events, 3), "what the other takes over is told");
        one.until("/api/rooms?limit=1000", FleetTest::isComplete);
        rooms().forEach(room -> assertThat(revision(one, room)).isEqualTo(3));
      }
    }
  }

  @Test
  void oneIsKilled_itsStandbyAnswersAtOnceAndThenTakesOver() throws Exception {
    sessions(1);
    Process goes =
        ProcessorProcess.start(
            stack.bootstrapServers(), stack.registryUrl(), prefix, state.resolve("killed"), "1");
    try (Processor stays = processor("stays", 1)) {
      ApiClient api = new ApiClient(stays.listen().orElseThrow());
      stays.start();
      untilShared(api);
      until(() -> ownCopies(api) == ROOMS, "its copies of the other's rooms are warm");
      goes.destroyForcibly().waitFor();

      JsonObject answer = api.json("/api/rooms?limit=1000");
      assertThat(answer.getInteger("total")).isEqualTo(ROOMS);
      assertThat(answer.getJsonArray("missing_partitions")).isEmpty();
      rooms().forEach(room -> assertThat(revision(api, room)).isEqualTo(1));
      sessions(2);
      rooms()
          .forEach(
              room ->
                  api.until(
                      path(room),
                      one -> one.getJsonObject("session").getLong("revision").equals(2L)));
    } finally {
      goes.destroyForcibly();
    }
  }

  @Test
  void oneIsAway_listsSayWhatIsMissingAndRoomsWhenToAskAgain() throws Exception {
    sessions(1);
    Process goes =
        ProcessorProcess.start(
            stack.bootstrapServers(), stack.registryUrl(), prefix, state.resolve("away"), "0");
    try (Processor stays = processor("stays", 0)) {
      ApiClient api = new ApiClient(stays.listen().orElseThrow());
      stays.start();
      untilShared(api);
      int own = ownCopies(api);
      goes.destroyForcibly().waitFor();

      JsonObject answer = api.json("/api/rooms?limit=1000");
      assertThat(answer.getInteger("total")).isEqualTo(own).isLessThan(ROOMS);
      assertThat(answer.getJsonArray("missing_partitions")).isNotEmpty();
      List<HttpResponse<String>> away =
          rooms().stream()
              .map(room -> api.get(path(room)))
              .filter(one -> one.statusCode() != 200)
              .toList();
      assertThat(away)
          .isNotEmpty()
          .allSatisfy(
              one -> {
                assertThat(one.statusCode()).isEqualTo(503);
                assertThat(one.headers().firstValue("retry-after")).contains("2");
              });
    } finally {
      goes.destroyForcibly();
    }
  }

  private Processor processor(String name, int standbys) {
    return ProcessorProcess.create(
        stack.bootstrapServers(),
        stack.registryUrl(),
        prefix,
        state.resolve(name),
        Optional.of(ApiSettings.local(0)),
        standbys,
        meters);
  }

  private void sessions(long revision) {
    for (int room = 0; room < ROOMS; room++) {
      facts.session(room, RoomState.LIVE, revision);
    }
    facts.flush();
  }

  /** Both work on some of the partitions, and together they have all rooms. */
  private void untilShared(ApiClient api) {
    until(
        () -> {
          api.until("/api/rooms?limit=1000", FleetTest::isComplete);
          double own = meters.get("liveroom.api.rooms").gauge().value();
          return own > 0 && own < ROOMS;
        },
        "the rooms are shared");
  }

  /** Rooms that an instance has itself, as another instance would ask it. */
  private static int ownCopies(ApiClient api) {
    HttpResponse<String> answer = api.get("/api/rooms", Peers.ASKED_BY_PEER, "0,1,2,3");
    return answer.statusCode() == 200 ? new JsonObject(answer.body()).getInteger("total") : 0;
  }

  private static boolean isComplete(JsonObject answer) {
    return answer.getInteger("total") == ROOMS
        && answer.getJsonArray("missing_partitions").isEmpty()
        && answer.getJsonArray("rooms").size() == ROOMS;
  }

  private static void assertSamePages(ApiClient one, ApiClient other) {
    String path = "/api/rooms?sort=-online_last&limit=7";
    JsonObject first = one.json(path);
    assertThat(first.getJsonArray("rooms")).isEqualTo(other.json(path).getJsonArray("rooms"));
    String next = path + "&cursor=" + first.getString("next_cursor");
    assertThat(other.json(next).getJsonArray("rooms"))
        .as("a cursor of one is good for the other")
        .hasSize(7)
        .isEqualTo(one.json(next).getJsonArray("rooms"));
  }

  private static boolean haveAll(EventLog events, long revision) {
    return rooms().stream()
        .map(room -> events.newest("room", room))
        .allMatch(room -> room != null && room.getLong("revision") == revision);
  }

  private static long revision(ApiClient api, String room) {
    return api.json(path(room)).getJsonObject("session").getLong("revision");
  }

  private static List<String> rooms() {
    return IntStream.range(0, ROOMS).mapToObj(ViewFacts::room).toList();
  }

  private static String path(String room) {
    return "/api/rooms/" + room;
  }

  private static void until(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
