package io.liveroom.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liveroom.control.WatchedRoom;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.liveroom.simulator.Simulator;
import io.liveroom.testkit.TestStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads all that a worker and the commands emit, on good days and bad ones, and looks for the
 * token, the key of the pseudonyms, and viewers.
 */
class DisclosureTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String TOKEN = "t0ken+of/this=test&\"only\"é";
  private static final String KEY = "k3y+of/this=test&\"only\"é";
  private static final String WORKER = "worker-1";
  private static final int VIEWERS = 10;
  private static final int SHORTEST = 8;
  private static final int SHORTEST_NUMBER = 12; // a shorter one is in a product's id by chance
  private static final Set<String> PERSONAL =
      Set.of("uid", "id_str", "user_id", "userId", "sec_uid", "secUid", "short_id", "nickname");
  private static final JsonMapper LOOSE =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private final TestStack stack = TestStack.shared();
  private final Topics topics = stack.freshTopics(2);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Simulator simulator =
      new Simulator(
          Simulated.world(11, 6).withToken(TOKEN).withLife(Duration.ofMinutes(30)),
          Clock.systemUTC());

  private final Path directory;
  private Map<String, String> settings = Map.of();
  private WorkerProcess worker;

  DisclosureTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void start() throws Exception {
    simulator.start();
    Files.writeString(WorkerProcess.tokenFile(directory, WORKER), TOKEN);
    settings = WorkerProcess.settings(WORKER, stack, topics, simulator.port(), directory);
    Path key = Files.writeString(directory.resolve("own.key"), KEY);
    settings.put("liveroom.privacy.key-file", key.toString());
    settings.put("liveroom.log.level", "debug");
    settings.put("liveroom.poll.promotions.interval", "5s");
    settings.put("liveroom.poll.audience.interval", "5s");
    watch();
    worker = WorkerProcess.start(settings, directory, 0);
  }

  @AfterEach
  void end() {
    worker.close();
    simulator.close();
  }

  @Test
  void found_everyForm_isFoundWhereItIs() {
    Needle token = new Needle("token", TOKEN);
    token
        .forms()
        .forEach(
            (form, written) ->
                assertThat(token.found(("before" + written + "after").getBytes(ISO_8859_1)))
                    .contains("token as " + form));
    assertThat(token.found("anything else".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void emitted_onGoodAndBadDays_holdsNoSecretAndNoViewer() throws Exception {
    await().atMost(LIMIT).until(() -> read(topics.chat()).length > 20_000);
    List<Needle> needles = new ArrayList<>(viewers());
    needles.add(new Needle("token", TOKEN));
    needles.add(new Needle("key", KEY));
    haveBadDays();
    Map<String, byte[]> emitted = emitted();
    emitted.forEach(
        (where, hay) -> {
          assertThat(hay).as(where + " was looked into").isNotEmpty();
          needles.forEach(needle -> assertThat(needle.found(hay)).as(where).isEmpty());
        });
  }

  /** Everything that leaves, by where. */
  private Map<String, byte[]> emitted() throws Exception {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (Topic<?> topic : topics.all()) {
      byte[] bytes = read(topic);
      if (bytes.length > 0) {
        all.put(topic.name(), bytes);
      }
    }
    assertThat(all)
        .containsKeys(
            Stream.of(
                    topics.chat(),
                    topics.room(),
                    topics.status(),
                    topics.promotions(),
                    topics.audience(),
                    topics.gap(),
                    topics.deadLetter())
                .map(Topic::name)
                .toArray(String[]::new));
    for (String page : List.of("livez", "readyz", "metrics")) {
      all.put(page, page(page));
    }
    assertThat(new String(all.get("metrics"), UTF_8)).contains("liveroom_collector_received");
    for (String question : List.of("Thread.print", "VM.command_line", "VM.system_properties")) {
      all.put(question, jcmd(question));
    }
    for (String file : List.of("cmdline", "environ")) {
      all.put(file, Files.readAllBytes(Path.of("/proc", Long.toString(worker.pid()), file)));
    }
    String id = deadLetter(all);
    commands(id).forEach((words, output) -> all.put(words, output));
    worker.stop();
    all.put("log", worker.output().getBytes(UTF_8));
    assertThat(worker.output()).contains("the platform refuses the token").contains("DEBUG");
    return all;
  }

  private Map<String, byte[]> commands(String letter) throws Exception {
    String chat = topics.chat().name();
    List<List<String>> wanted =
        List.of(
            List.of("config"),
            List.of("doctor"),
            List.of("rooms", "list", "--json"),
            List.of("rooms", "workers"),
            List.of("dead-letters", "list"),
            List.of("dead-letters", "show", letter),
            List.of("dead-letters", "replay", "--all", "--dry-run"),
            List.of("tail", chat, "--from-beginning", "--max", "200"));
    Map<String, Process> running = new LinkedHashMap<>();
    Map<String, byte[]> outputs = new LinkedHashMap<>();
    for (List<String> words : wanted) {
      List<String> all = new ArrayList<>(words);
      settings.forEach((name, value) -> all.addAll(List.of("--set", name + "=" + value)));
      Path output = directory.resolve("command-" + running.size());
      running.put(String.join(" ", words), WorkerProcess.command(all, output));
    }
    int number = 0;
    for (Map.Entry<String, Process> each : running.entrySet()) {
      assertThat(each.getValue().waitFor()).as(each.getKey()).isLessThan(100); // no signal
      outputs.put(each.getKey(), Files.readAllBytes(directory.resolve("command-" + number++)));
    }
    return outputs;
  }

  private String deadLetter(Map<String, byte[]> all) {
    String raw = new String(all.get(topics.deadLetter().name()), ISO_8859_1);
    Matcher id = Pattern.compile("ce_id=([\\w:.-]+)").matcher(raw);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  /** What goes wrong, each kind for a while, and what it leaves behind. */
  private void haveBadDays() throws Exception {
    for (String fault :
        List.of(
            "{\"kind\":\"broken_json\",\"count\":20}",
            "{\"kind\":\"http_error\",\"code\":503,\"count\":20}",
            "{\"kind\":\"error_code\",\"code\":10011,\"count\":20}",
            "{\"kind\":\"oversize\",\"count\":2}",
            "{\"kind\":\"throttle\",\"count\":5}",
            "{\"kind\":\"cut\",\"count\":10}",
            "{\"kind\":\"refuse_upgrade\",\"count\":3}")) {
      HttpRequest request =
          HttpRequest.newBuilder(platform("/simulator/faults"))
              .POST(HttpRequest.BodyPublishers.ofString(fault))
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    await().atMost(LIMIT).until(() -> read(topics.deadLetter()).length > 0);
    await().atMost(LIMIT).until(() -> read(topics.gap()).length > 0);
    Files.writeString(WorkerProcess.tokenFile(directory, WORKER), TOKEN + "-refused");
    await().atMost(LIMIT).until(() -> worker.output().contains("the platform refuses the token"));
    Files.writeString(WorkerProcess.tokenFile(directory, WORKER), TOKEN);
  }

  /** Viewers as the platform names them, asked of it as the worker does. */
  private List<Needle> viewers() throws Exception {
    Set<String> found = new LinkedHashSet<>();
    for (String room : simulator.roomIds()) {
      String query = "?token=" + URLEncoder.encode(TOKEN, UTF_8) + "&room_id=" + room;
      byte[] answer =
          http.send(
                  HttpRequest.newBuilder(platform("/douyin/liveroom/chat" + query)).build(),
                  BodyHandlers.ofByteArray())
              .body();
      List<String> here = new ArrayList<>();
      collect(LOOSE.readTree(answer), here);
      here.stream().filter(DisclosureTest::isTelling).limit(VIEWERS).forEach(found::add);
    }
    assertThat(found).hasSizeGreaterThan(VIEWERS);
    return found.stream().map(value -> new Needle("viewer", value)).toList();
  }

  private static boolean isTelling(String value) {
    boolean isNumber = value.chars().allMatch(Character::isDigit);
    return value.length() >= (isNumber ? SHORTEST_NUMBER : SHORTEST);
  }

  private static void collect(JsonNode node, List<String> found) {
    node.properties()
        .forEach(
            field -> {
              if (PERSONAL.contains(field.getKey()) && field.getValue().isValueNode()) {
                found.add(field.getValue().asText().replace("\"", ""));
              }
            });
    node.forEach(child -> collect(child, found));
  }

  private URI platform(String path) {
    return URI.create("http://127.0.0.1:" + simulator.port() + path);
  }

  private byte[] page(String name) throws IOException, InterruptedException {
    Matcher address =
        Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/livez").matcher(worker.output());
    assertThat(address.find()).isTrue();
    URI page = URI.create(address.group(1) + "/" + name);
    return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray()).body();
  }

  private byte[] jcmd(String question) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked = new ProcessBuilder(tool, Long.toString(worker.pid()), question).start();
    return asked.getInputStream().readAllBytes();
  }

  /** Keys, headers and values of a topic as they are, one after the other. */
  private byte[] read(Topic<?> topic) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            stack.clientProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic.name()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  bytes.writeBytes(record.key());
                  record
                      .headers()
                      .forEach(
                          header -> {
                            bytes.writeBytes(("\n" + header.key() + "=").getBytes(UTF_8));
                            bytes.writeBytes(header.value());
                          });
                  bytes.writeBytes("\n".getBytes(UTF_8));
                  bytes.writeBytes(record.value() == null ? new byte[0] : record.value());
                });
      }
    }
    return bytes.toByteArray();
  }

  private void watch() {
    try (Producer<String, SpecificRecord> producer = stack.producer()) {
      for (String roomId : simulator.roomIds()) {
        WatchedRoom room =
            WatchedRoom.newBuilder().setRoomId(roomId).setAddedAt(Instant.now()).build();
        producer.send(new ProducerRecord<>(topics.watchlist().name(), roomId, room));
      }
      producer.flush();
    }
  }
}
