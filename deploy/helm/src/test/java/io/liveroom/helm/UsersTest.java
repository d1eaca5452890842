package io.liveroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.liveroom.cli.Connections;
import io.liveroom.collector.Collector;
import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.Secret;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorSettings;
import io.liveroom.processor.api.ApiSettings;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights of the chart's KafkaUsers are enough for each role, at a broker that asks. */
final class UsersTest {

  private static final String REGISTRY = "mock://users";
  private static final List<String> ROLES = List.of("collector", "processor", "alert-webhook");

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final RecordSerdes serdes = new RecordSerdes(REGISTRY);
  private final Path directory;

  UsersTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void rights_eachRoleAtWork_areEnoughAndNoMore() throws Exception {
    try (GuardedBroker broker = GuardedBroker.start(directory.resolve("broker"), ROLES);
        Simulator simulator = simulator()) {
      prepare(broker);
      watch(broker, simulator.roomIds());
      try (Collector collector = collector(simulator, broker.client("collector"));
          Processor processor = processor(broker.client("processor"))) {
        collector.start();
        processor.listen();
        processor.start();
        assertFiguresCome(broker, collector, processor);
      }
      assertEachSeesAllTopicsAndNotMore(broker);
    }
  }

  private void assertFiguresCome(GuardedBroker broker, Collector collector, Processor processor) {
    await("the collector has its rooms", () -> collector.health().rooms() > 0);
    try (KafkaConsumer<String, RoomMinute> minutes =
        consumer(broker.operator(), "reader", topics.roomMinute())) {
      await("a minute", () -> !minutes.poll(Duration.ofMillis(500)).isEmpty());
    }
    await("figures, alerts and the view are at work", () -> processor.health().isReady());
    assertThat(collector.health().troubles()).isEmpty();
  }

  private void assertEachSeesAllTopicsAndNotMore(GuardedBroker broker) throws Exception {
    for (String role : ROLES) {
      try (Admin admin = Admin.create(broker.client(role))) {
        assertThat(admin.listTopics().names().get())
            .as(role)
            .containsAll(topics.all().stream().map(Topic::name).toList());
      }
    }
    try (KafkaConsumer<String, ?> alerts =
        consumer(broker.client("alert-webhook"), "liveroom-alert-webhook", topics.alert())) {
      alerts.poll(Duration.ofSeconds(2));
      alerts.commitSync();
    }
    try (KafkaConsumer<String, ?> chat =
        consumer(broker.client("alert-webhook"), "liveroom-alert-webhook", topics.chat())) {
      assertThatThrownBy(() -> chat.poll(Duration.ofSeconds(10)))
          .isInstanceOf(AuthorizationException.class);
    }
    assertThatThrownBy(
            () -> send(broker.client("collector"), topics.session(), "1", topics.session().blank()))
        .hasCauseInstanceOf(AuthorizationException.class);
    assertThatThrownBy(
            () -> send(broker.client("processor"), topics.chat(), "1", topics.chat().blank()))
        .hasCauseInstanceOf(AuthorizationException.class);
  }

  /** Topics, schemas and rights, as the chart has them. */
  private void prepare(GuardedBroker broker) throws Exception {
    try (Admin admin = Admin.create(broker.operator())) {
      admin
          .createTopics(
              topics.all().stream().map(topic -> new NewTopic(topic.name(), 2, (short) 1)).toList())
          .all()
          .get();
    }
    var registry = Connections.registry(REGISTRY, Map.of());
    for (Topic<?> topic : topics.all()) {
      registry.register(topic.subject(), new AvroSchema(topic.schema()));
    }
    List<JsonNode> users = Chart.ofKind(Chart.render(Chart.values("production")), "KafkaUser");
    assertThat(users).hasSize(ROLES.size());
    for (JsonNode user : users) {
      String role = user.at("/metadata/name").asText().substring("liveroom-".length());
      broker.grant(role, user.at("/spec/authorization/acls"));
    }
  }

  private static Simulator simulator() {
    Simulator simulator =
        new Simulator(SimulatorSettings.defaults(Instant.now()), Clock.systemUTC());
    simulator.start();
    return simulator;
  }

  private Collector collector(Simulator simulator, Map<String, Object> client) {
    CollectorSettings settings =
        CollectorSettings.defaults(
            "liveroom-collector-0",
            URI.create("http://127.0.0.1:" + simulator.port()),
            Secret.ofValue("simulated-token"),
            Secret.ofValue("0123456789abcdef"));
    return new Collector(
        settings, topics, client, serdes, Clock.systemUTC(), new SimpleMeterRegistry());
  }

  private Processor processor(Map<String, Object> client) {
    ApiSettings api =
        new ApiSettings(
            "127.0.0.1", 0, Optional.empty(), Duration.ofDays(1), List.of(), Optional.empty());
    return new Processor(
        ProcessorSettings.defaults(directory.resolve("state")),
        Optional.of(api),
        topics,
        client,
        serdes,
        new SimpleMeterRegistry());
  }

  private void watch(GuardedBroker broker, List<String> rooms)
      throws ExecutionException, InterruptedException {
    for (String room : rooms) {
      WatchedRoom watched =
          WatchedRoom.newBuilder().setRoomId(room).setAddedAt(Instant.now()).build();
      send(broker.operator(), topics.watchlist(), room, watched);
    }
  }

  private void send(Map<String, Object> client, Topic<?> topic, String room, SpecificRecord value)
      throws ExecutionException, InterruptedException {
    try (Producer<String, SpecificRecord> producer =
        new KafkaProducer<>(client, new StringSerializer(), serdes.serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), room, value)).get();
    }
  }

  private <V extends SpecificRecord> KafkaConsumer<String, V> consumer(
      Map<String, Object> client, String group, Topic<V> topic) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("group.id", group);
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            properties, new StringDeserializer(), serdes.serde(topic).deserializer());
    consumer.subscribe(List.of(topic.name()));
    return consumer;
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(Duration.ofSeconds(90)).until(condition);
  }
}
