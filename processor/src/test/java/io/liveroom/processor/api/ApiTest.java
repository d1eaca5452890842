package io.liveroom.processor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.ChangeKind;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorProcess;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One processor on a real broker, asked over HTTP; each test has rooms of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {

  private static final int ROOMS = 25;

  /** One that is on the watchlist and nothing more. */
  private static final int SILENT = 99;

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(4);
  private final Producer<String, SpecificRecord> producer = stack.producer();
  private final ViewFacts facts = new ViewFacts(topics, producer);
  private final Processor processor;
  private final ApiClient api;
  private final MeterRegistry meters = new SimpleMeterRegistry();

  ApiTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path state) throws Exception {
    processor =
        ProcessorProcess.create(
            stack.bootstrapServers(),
            stack.registryUrl(),
            topics.chat().name().replace(".observed.chat.v1", ""),
            state,
            Optional.of(ApiSettings.local(0)),
            0,
            meters);
    api = new ApiClient(processor.listen().orElseThrow());
  }

  @BeforeAll
  void start() {
    for (int room = 0; room < ROOMS; room++) {
      facts.session(room, RoomState.LIVE, 1);
    }
    facts.watch(SILENT);
    facts.flush();
    processor.start();
    api.until("/api/rooms", answer -> answer.getInteger("total") == ROOMS + 1);
  }

  @AfterAll
  void close() {
    processor.close();
    producer.close();
  }

  @Test
  void room_everythingPublished_isThere() {
    facts.minute(1, 5, 1);
    facts.minute(1, 6, 1);
    facts.minute(1, 6, 2);
    facts.watch(1, "brand:acme");
    facts.alert(1, 3, AlertStatus.RAISED);
    facts.alert(1, 4, AlertStatus.RAISED);
    facts.alert(1, 3, AlertStatus.RESOLVED);
    facts.gap(1, 2, 4);
    facts.audience(1, 30);
    facts.change(1, "p1", ChangeKind.LISTED, 1, 9900);
    facts.change(1, "p1", ChangeKind.EXPLAIN_STARTED, 2, 9900);
    facts.change(1, "p1", ChangeKind.PRICE_CHANGED, 3, 8800);
    facts.change(1, "p2", ChangeKind.LISTED, 1, 100);
    facts.change(1, "p2", ChangeKind.DELISTED, 3, 100);
    facts.flush();
    String path = "/api/rooms/" + ViewFacts.room(1);
    JsonObject room =
        api.until(
            path,
            answer ->
                answer.getJsonArray("audience").size() == 20
                    && answer.getJsonArray("shelf").size() == 2
                    && !answer.getJsonArray("shelf").getJsonObject(1).getBoolean("is_listed")
                    && answer.getJsonArray("alerts").size() == 1
                    && answer.getValue("minute") != null
                    && answer.getJsonObject("minute").getLong("revision") == 2
                    && !answer.getJsonObject("room").getJsonArray("labels").isEmpty());

    assertConformance(ViewFacts.room(1));
    assertThat(room.getJsonObject("room").getDouble("chats_per_minute")).isEqualTo(5);
    assertThat(room.getJsonObject("room").getString("worst_severity")).isEqualTo("WARNING");
    assertThat(room.getJsonObject("session").getString("title")).isEqualTo("Title of 1");
    JsonObject product = ApiClient.first(room.getJsonArray("shelf"));
    assertThat(product.getLong("price_fen")).isEqualTo(8800);
    assertThat(product.getBoolean("is_explaining")).isTrue();
    assertThat(product.getString("explain_started_at")).isEqualTo(AvroJson.time(facts.minute(2)));
    assertThat(api.json(path + "/gaps").getJsonArray("gaps")).hasSize(1);
    assertThat(api.json(path + "/alerts").getJsonArray("alerts"))
        .extracting(alert -> ((JsonObject) alert).getString("status"))
        .containsExactly("RAISED", "RESOLVED");
    assertThat(api.json("/api/alerts?status=raised").getJsonArray("alerts")).hasSize(1);
    assertThat(api.json("/api/alerts?room_id=" + ViewFacts.room(1)).getJsonArray("alerts"))
        .hasSize(2);
    assertThat(api.json("/api/rooms?label=brand:acme").getInteger("total")).isOne();
    assertThat(ApiClient.first(api.json("/api/rooms").getJsonArray("rooms")).getString("room_id"))
        .as("the room with an alert")
        .isEqualTo(ViewFacts.room(1));
  }

  @Test
  void minutes_pages_areCompleteAndInOrder() {
    for (int minute = 0; minute < 12; minute++) {
      facts.minute(2, minute, 1);
      facts.change(2, "p" + minute % 3, ChangeKind.SALES_CHANGED, minute / 4, 100);
    }
    facts.flush();
    String path = "/api/rooms/" + ViewFacts.room(2);
    api.until(path + "/minutes", answer -> answer.getJsonArray("minutes").size() == 12);
    api.until(
        path + "/promotion-changes",
        answer -> answer.getJsonArray("promotion_changes").size() == 9);

    List<JsonObject> minutes = walk(path + "/minutes?limit=5", "minutes");
    List<JsonObject> changes = walk(path + "/promotion-changes?limit=2", "promotion_changes");

    assertThat(minutes)
        .extracting(minute -> minute.getInteger("chat_count"))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(changes).doesNotHaveDuplicates().hasSize(9);
    String cut =
        path + "/minutes?from=" + facts.minute(3) + "&to=" + facts.minute(5).toEpochMilli();
    assertThat(api.json(cut).getJsonArray("minutes"))
        .extracting(minute -> ((JsonObject) minute).getInteger("chat_count"))
        .containsExactly(3, 4);
  }

  @Test
  void rooms_walkWhileTheyChange_hasEachOnce() {
    List<JsonObject> all = new ArrayList<>();
    String cursor = null;
    int revision = 2;
    do {
      JsonObject page =
          api.json("/api/rooms?sort=room_id&limit=4" + (cursor == null ? "" : "&cursor=" + cursor));
      page.getJsonArray("rooms").forEach(room -> all.add((JsonObject) room));
      cursor = page.getString("next_cursor");
      for (int room = 0; room < ROOMS; room++) {
        facts.session(room, RoomState.PAUSED, revision);
      }
      facts.flush();
      revision++;
    } while (cursor != null);
    int last = revision - 1;
    for (int room = 0; room < ROOMS; room++) {
      api.until(
          "/api/rooms/" + ViewFacts.room(room),
          one -> one.getJsonObject("session").getLong("revision") == last);
    }

    assertThat(all)
        .extracting(room -> room.getString("room_id"))
        .doesNotHaveDuplicates()
        .hasSize(ROOMS + 1)
        .isSorted();
  }

  @Test
  void rooms_sortedByFigure_nullsLastInBothDirections() {
    assertThat(walk("/api/rooms?sort=online_last&limit=7", "rooms"))
        .extracting(room -> room.getLong("online_last"))
        .isSortedAccordingTo(Comparator.nullsLast(Comparator.<Long>naturalOrder()))
        .hasSize(ROOMS + 1)
        .endsWith(1000L + ROOMS - 1, (Long) null);
    assertThat(walk("/api/rooms?sort=-online_last&limit=7", "rooms"))
        .extracting(room -> room.getLong("online_last"))
        .startsWith(1000L + ROOMS - 1)
        .endsWith(1000L, (Long) null);
    assertThat(api.json("/api/rooms?q=anchor%203&state=live,paused").getInteger("total"))
        .isEqualTo(4);
  }

  @Test
  void get_badParameters_areAllNamed() {
    HttpResponse<String> answer = api.get("/api/rooms?limit=0&sort=shoe&state=HAPPY&colour=red");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail"))
        .contains("limit must be a whole number from 1 to 1000, but is \"0\"")
        .contains("sort must be one of room_id", "but is \"shoe\"")
        .contains("state must be one of", "but is \"HAPPY\"")
        .contains("unknown parameter \"colour\"");
    assertThat(api.get("/api/rooms/7399").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/rooms/shoe").statusCode()).isEqualTo(400);
    assertThat(api.get("/api/shoes").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/rooms?cursor=abc").statusCode()).isEqualTo(400);
  }

  @Test
  void get_whatIsNotThere_isCountedAsTheAskersMistake() {
    double before = questions("4xx");
    double failures = questions("5xx");
    api.get("/api/rooms/7399");
    assertThat(questions("4xx")).isEqualTo(before + 1);
    assertThat(questions("5xx")).isEqualTo(failures);
  }

  private double questions(String status) {
    return meters.get("liveroom.api.requests").tag("status", status).timer().count();
  }

  @Test
  void get_sameAgain_isNotModified() {
    String path = "/api/rooms/" + ViewFacts.room(3);
    String tag = api.get(path).headers().firstValue("etag").orElseThrow();

    assertThat(api.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    facts.session(3, RoomState.PAUSED, 2);
    facts.flush();
    api.until(path, room -> room.getJsonObject("room").getString("state").equals("PAUSED"));
    assertThat(api.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void stream_cutAndResumed_bringsEverythingOfTheRoomAgain() {
    String room = ViewFacts.room(4);
    String url = api.url() + "/api/stream?room_id=" + room;
    try (EventLog events = new EventLog(() -> url)) {
      api.until("/api/rooms", answer -> events.ready() > 0);
      facts.minute(4, 1, 1);
      facts.gap(4, 1, 2);
      facts.change(4, "p1", ChangeKind.LISTED, 1, 100);
      facts.alert(4, 1, AlertStatus.RESOLVED);
      facts.session(4, RoomState.LIVE, 100);
      facts.session(5, RoomState.LIVE, 100);
      facts.flush();
      api.until(
          "/api/rooms",
          answer ->
              events.newest("minute", room) != null
                  && events.newest("gap", room) != null
                  && events.newest("promotion-change", room) != null
                  && events.newest("alert", room) != null
                  && events.newest("session", room) != null
                  && events.newest("room", room) != null);
      assertThat(events.newest("room", ViewFacts.room(5))).isNull();
    }
    String since = url + "&last_event_id=" + facts.minute(0);
    try (EventLog events = new EventLog(() -> since)) {
      api.until("/api/rooms", answer -> events.ready() > 0);
      for (String kind : List.of("room", "session", "minute", "gap", "promotion-change", "alert")) {
        assertThat(events.newest(kind, room)).as(kind + " came again").isNotNull();
      }
      Conformance document = new Conformance(api.get("/api/openapi.json").body());
      document.checkComponent("RoomSummary", String.valueOf(events.newest("room", room)));
      document.checkComponent("CollectionGap", String.valueOf(events.newest("gap", room)));
    }
  }

  private void assertConformance(String room) {
    Conformance document = new Conformance(api.get("/api/openapi.json").body());
    assertThat(document.paths()).containsExactlyInAnyOrderElementsOf(Routes.PATHS);
    for (String path : Routes.PATHS) {
      if (!path.equals("/api/stream")) {
        document.check(path, api.json(path.replace("{room_id}", room)).encode());
      }
    }
    document.checkComponent("Problem", api.get("/api/rooms/1").body());
  }

  private List<JsonObject> walk(String path, String name) {
    List<JsonObject> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonObject page = api.json(path + (cursor == null ? "" : "&cursor=" + cursor));
      page.getJsonArray(name).forEach(one -> all.add((JsonObject) one));
      cursor = page.getString("next_cursor");
    } while (cursor != null);
    return all;
  }
}
