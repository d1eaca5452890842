package io.liveroom.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.simulator.ledger.FigureRules;
import io.liveroom.simulator.ledger.RoomFacts;
import io.liveroom.simulator.ledger.TrueMinute;
import io.liveroom.simulator.world.RoomMix;
import io.liveroom.simulator.world.Traps;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole surface, asked over the network. */
final class SimulatorServerTest {
  private static final Instant EPOCH = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private volatile Instant now = EPOCH.plusSeconds(300);
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatorSettings settings =
      SimulatorSettings.defaults(EPOCH)
          .withSeed(5)
          .withRooms(40)
          .withKeepsFacts(true)
          .withMix(new RoomMix(1, 2, 1));
  private final Simulator simulator = new Simulator(settings, () -> now);

  @BeforeEach
  void start() {
    simulator.start();
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri("http", pathAndQuery)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String scheme, String pathAndQuery) {
    return URI.create(scheme + "://127.0.0.1:" + simulator.port() + pathAndQuery);
  }

  private String ask(String endpoint, String query) throws IOException, InterruptedException {
    return get("/douyin/liveroom/" + endpoint + "?token=" + settings.token() + query).body();
  }

  private JsonNode read(String endpoint, String query) throws IOException, InterruptedException {
    return LENIENT.readTree(ask(endpoint, query));
  }

  private JsonNode rooms() throws IOException, InterruptedException {
    return LENIENT.readTree(get("/simulator/rooms").body());
  }

  private String room(String field, String value) throws IOException, InterruptedException {
    for (JsonNode room : rooms()) {
      if (room.path(field).asText().equals(value) && room.path("status").asText().equals("LIVE")) {
        return room.path("room_id").asText();
      }
    }
    throw new AssertionError("no live room with " + field + " " + value);
  }

  @Test
  void info_liveRoom_hasTheShapeOfTheRealOne() throws Exception {
    String id = room("size", "LARGE");
    String body = ask("info", "&room_id=" + id);
    JsonNode answer = LENIENT.readTree(body);
    assertThat(body.length()).isBetween(10_000, 16_000);
    assertThat(answer.path("code").asInt()).isEqualTo(200);
    assertThat(answer.path("data").path("extra").path("now").asLong())
        .isEqualTo(now.toEpochMilli());
    JsonNode room = answer.path("data").path("data");
    assertThat(room.path("id_str").asText()).isEqualTo(id);
    assertThat(room.path("status").asInt()).isEqualTo(2);
    assertThat(room.path("user_count").asLong()).isPositive();
    assertThat(room.path("stats").path("total_user").asLong()).isPositive();
    assertThat(room.path("stats").path("like_count").asLong()).isZero();
    assertThat(room.path("owner").path("follow_info").path("follower_count").asLong()).isPositive();
    assertThat(room.path("finish_time").asLong()).isEqualTo(now.getEpochSecond() - 11);
  }

  @Test
  void everyEndpoint_wrongToken_isRefusedUnderHttp200() throws Exception {
    for (Endpoint endpoint : Endpoint.values()) {
      HttpResponse<String> answer =
          get("/douyin/liveroom/" + endpoint.word() + "?token=wrong&room_id=1");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(LENIENT.readTree(answer.body()).path("code").asInt()).isEqualTo(401);
    }
  }

  @Test
  void info_unknownRoom_isAnErrorInTheEnvelope() throws Exception {
    assertThat(read("info", "&room_id=12").path("code").asInt()).isEqualTo(404);
  }

  @Test
  void status_batch_answersForEachRoomItKnows() throws Exception {
    List<String> ids = simulator.roomIds();
    JsonNode answer = read("status", "&room_id=" + String.join(",", ids) + ",12");
    assertThat(answer.path("data").path("data")).hasSize(40);
    assertThat(answer.path("data").path("data").get(0).path("alive").isBoolean()).isTrue();
  }

  @Test
  void feed_rooms_haveRoundedAndExactIds() throws Exception {
    JsonNode rooms = read("feed", "").path("data").path("data");
    assertThat(rooms).isNotEmpty();
    for (JsonNode room : rooms) {
      JsonNode own = room.path("owner").path("own_room");
      assertThat(own.path("room_ids_str").get(0).asText()).isEqualTo(room.path("id_str").asText());
      assertThat(own.path("room_ids").get(0).asLong() % 10_000).isZero();
    }
  }

  @Test
  void promotions_pages_makeOneShelf() throws Exception {
    for (String id : simulator.roomIds()) {
      Set<String> seen = new HashSet<>();
      JsonNode page = read("promotions", "&room_id=" + id).path("data");
      int total = page.path("total").asInt();
      page.path("promotions").forEach(p -> seen.add(p.path("promotion_id").asText()));
      boolean paged = page.path("has_more").asBoolean();
      while (page.path("has_more").asBoolean()) {
        page =
            read("promotions", "&room_id=" + id + "&page_id=" + page.path("next_page_id").asText())
                .path("data");
        page.path("promotions").forEach(p -> seen.add(p.path("promotion_id").asText()));
      }
      RoomFacts facts = simulator.ledger().facts(id).orElseThrow();
      assertThat(facts.promotions().get(0).isComplete()).isEqualTo(seen.size() == total);
      if (paged && seen.size() == total) {
        assertThat(facts.promotions().get(0).promotionIds()).hasSize(total);
        return;
      }
    }
    throw new AssertionError("no shelf of several pages");
  }

  @Test
  void audience_largeRoom_ranksGivers() throws Exception {
    JsonNode ranks =
        read("audience", "&room_id=" + room("size", "LARGE"))
            .path("data")
            .path("data")
            .path("ranks");
    assertThat(ranks.size()).isBetween(1, 10);
    assertThat(ranks.get(0).path("rank").asInt()).isEqualTo(1);
  }

  @Test
  void chat_polls_overlapAndTheLedgerCountsOnce() throws Exception {
    String id = room("edition", "LATER");
    JsonNode first = read("chat", "&room_id=" + id).path("data");
    now = now.plusSeconds(3);
    JsonNode second = read("chat", "&room_id=" + id).path("data");
    assertThat(first.path("messages").size()).isGreaterThanOrEqualTo(10);
    assertThat(second.path("fetch_interval").asInt()).isEqualTo(1_000);
    assertThat(second.path("now").asLong()).isEqualTo(now.toEpochMilli());
    RoomFacts facts = simulator.ledger().facts(id).orElseThrow();
    long sent = facts.sent().values().stream().mapToLong(count -> count).sum();
    assertThat(sent).isEqualTo(first.path("messages").size() + second.path("messages").size());
    assertThat(facts.chat().size()).isLessThan((int) sent);
    assertThat(facts.chat()).extracting(fact -> fact.messageId()).doesNotHaveDuplicates();
  }

  @Test
  void chat_socket_replaysAndGoesOn() throws Exception {
    String id = room("accepts_upgrade", "true");
    BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    WebSocket socket = open(id, frames);
    assertThat(frames.poll(5, TimeUnit.SECONDS)).contains("Webcast");
    frames.clear();
    now = now.plusSeconds(60);
    assertThat(frames.poll(5, TimeUnit.SECONDS)).contains("Webcast");
    assertThat(simulator.ledger().facts(id).orElseThrow().sent()).containsKey("socket-1");
    simulator.addFault(Fault.of(FaultKind.CUT).at(Endpoint.CHAT));
    assertThat(lastOf(frames)).isEqualTo("closed");
    socket.abort();
  }

  private static String lastOf(BlockingQueue<String> frames) throws InterruptedException {
    String frame = "";
    while (!frame.equals("closed")) {
      String next = frames.poll(5, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      frame = String.valueOf(next);
    }
    return frame;
  }

  private WebSocket open(String roomId, BlockingQueue<String> frames) {
    return http.newWebSocketBuilder()
        .buildAsync(
            uri("ws", "/douyin/liveroom/chat?token=" + settings.token() + "&room_id=" + roomId),
            new Frames(frames))
        .join();
  }

  @Test
  void chat_upgradeRefused_isAnsweredWithout101() throws Exception {
    String id = room("accepts_upgrade", "false");
    BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    assertThat(
            http.newWebSocketBuilder()
                .buildAsync(
                    uri("ws", "/douyin/liveroom/chat?token=" + settings.token() + "&room_id=" + id),
                    new Frames(frames))
                .handle((socket, failure) -> failure != null)
                .join())
        .isTrue();
    assertThat(simulator.ledger().facts(id).map(facts -> facts.chat().size()).orElse(0)).isZero();
  }

  @Test
  void restart_sameSettings_goesOnWithTheSameBytes() throws Exception {
    String id = room("size", "MEDIUM");
    now = now.plusSeconds(100);
    String before = ask("chat", "&room_id=" + id) + ask("info", "&room_id=" + id);
    try (Simulator other = new Simulator(settings, () -> now)) {
      other.start();
      String query = "?token=" + settings.token() + "&room_id=" + id;
      List<String> after = new ArrayList<>();
      for (String endpoint : List.of("chat", "info")) {
        after.add(
            send(HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:"
                                + other.port()
                                + "/douyin/liveroom/"
                                + endpoint
                                + query))
                    .build())
                .body());
      }
      assertThat(String.join("", after)).isEqualTo(before);
    }
  }

  @Test
  void faults_onDemand_strikeAsOftenAsTold() throws Exception {
    String id = simulator.roomIds().get(0);
    send(
        HttpRequest.newBuilder(uri("http", "/simulator/faults"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"kind\":\"throttle\",\"endpoint\":\"info\",\"delay\":\"PT7S\",\"count\":1}"))
            .build());
    HttpResponse<String> throttled =
        get("/douyin/liveroom/info?token=" + settings.token() + "&room_id=" + id);
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
    assertThat(read("info", "&room_id=" + id).path("code").asInt()).isEqualTo(200);
    simulator.addFault(Fault.of(FaultKind.BROKEN_JSON).inRoom(id));
    assertThat(ask("info", "&room_id=" + id)).endsWith("{{");
    assertThat(ask("info", "&room_id=" + simulator.roomIds().get(1))).endsWith("}");
    simulator.clearFaults();
    assertThat(ask("info", "&room_id=" + id)).endsWith("}");
  }

  @Test
  void faults_crowdLeaves_onceAndInThatRoomOnly() throws Exception {
    String id = room("size", "LARGE");
    String other = room("size", "MEDIUM");
    long before = online(id);
    long untouched = online(other);
    simulator.addFault(Fault.of(FaultKind.CROWD_LEAVES).inRoom(id).withCode(60));
    assertThat(online(id)).isBetween(Math.round(before * 0.39), Math.round(before * 0.41));
    assertThat(online(other)).isEqualTo(untouched);
    assertThat(LENIENT.readTree(get("/simulator/faults").body())).isEmpty();
  }

  private long online(String id) throws Exception {
    return read("info", "&room_id=" + id).path("data").path("data").path("user_count").asLong();
  }

  @Test
  void faults_nonsense_isExplained() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(uri("http", "/simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"nope\"}"))
                .build());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("kind must be one of");
  }

  @Test
  void ledgerPage_afterSomePolls_saysWhatTheLedgerSays() throws Exception {
    String id = room("size", "LARGE");
    for (int poll = 0; poll < 3; poll++) {
      read("info", "&room_id=" + id);
      read("chat", "&room_id=" + id);
      now = now.plusSeconds(5);
    }
    JsonNode page =
        LENIENT.readTree(get("/simulator/ledger?room_id=" + id + "&window=PT60S").body()).get(0);
    List<TrueMinute> minutes =
        simulator.ledger().minutes(id, Duration.ofMinutes(1), FigureRules.usual());
    assertThat(page.path("snapshots").asInt()).isEqualTo(3);
    assertThat(page.path("minutes")).hasSize(minutes.size());
    assertThat(page.path("minutes").get(0).path("chat_count").asLong())
        .isEqualTo(minutes.get(0).chatCount());
    assertThat(page.path("session").path("state").asText()).isEqualTo("LIVE");
  }

  @Test
  void traps_looseJson_reallyOccurs() throws Exception {
    String id = room("size", "SMALL");
    int loose = 0;
    for (int poll = 0; poll < 100; poll++) {
      now = now.plusMillis(1_001);
      String body = ask("info", "&room_id=" + id);
      assertThat(LENIENT.readTree(body).path("code").asInt()).isEqualTo(200);
      loose += body.contains("'success'") || body.contains("\n") ? 1 : 0;
    }
    assertThat(loose).isBetween(1, 40);
    assertThat(Traps.none().set()).isEmpty();
  }

  /** Puts whole text messages into a queue, and "closed" at the end. */
  private static final class Frames implements WebSocket.Listener {
    private final BlockingQueue<String> frames;
    private final StringBuilder part = new StringBuilder();

    Frames(BlockingQueue<String> frames) {
      this.frames = frames;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        frames.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      frames.add("closed");
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      frames.add("closed");
    }
  }
}
