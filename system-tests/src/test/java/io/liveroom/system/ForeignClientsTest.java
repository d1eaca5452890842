package io.liveroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that know nothing of us read every topic of the catalogue: every field, no record of an
 * aborted transaction, LZ4 as it comes.
 */
final class ForeignClientsTest {

  private static final TestStack STACK = TestStack.shared();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EACH = 4; // records a topic: optional fields filled in two of them
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private static final Map<String, List<JsonNode>> WRITTEN = new TreeMap<>(); // by topic

  /** Two transactions, of which the first is aborted. */
  @BeforeAll
  static void write() {
    topics = STACK.freshTopics(1);
    try (Producer<String, SpecificRecord> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      topics.all().forEach(topic -> send(producer, topic, EACH));
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      for (Topic<?> topic : topics.all()) {
        List<JsonNode> written = new ArrayList<>();
        for (int number = 0; number < EACH; number++) {
          written.add(Filled.json(send(producer, topic, number)));
        }
        WRITTEN.put(topic.name(), written);
      }
      producer.commitTransaction();
    }
  }

  @Test
  void confluentsDeserializer_everyTopic_givesTheGeneratedClasses() {
    assertThat(read(true, SpecificRecord.class)).isEqualTo(WRITTEN);
  }

  @Test
  void confluentsDeserializer_withoutOurClasses_givesGenericRecords() {
    assertThat(read(false, GenericRecord.class)).isEqualTo(WRITTEN);
  }

  @Test
  void javascript_everyTopic_givesTheSame(@TempDir Path directory) throws JsonProcessingException {
    if (!"required".equals(System.getenv("NODE_TESTS"))) {
      assumeTrue(NodeProgram.missing().isEmpty(), () -> NodeProgram.missing().orElse(""));
    }
    assertThat(NodeProgram.missing()).isEmpty();
    NodeProgram.build(directory.resolve("build.log"));
    Map<String, List<JsonNode>> read = new TreeMap<>();
    for (String line :
        NodeProgram.lines(
            "everything",
            List.of("--idle-exit", "60", "--max", Integer.toString(EACH * topics.all().size())),
            environment(),
            directory.resolve("everything.log"))) {
      JsonNode record = JSON.readTree(line);
      read.computeIfAbsent(name(record.get("topic").asText()), name -> new ArrayList<>())
          .add(record.get("value"));
    }
    assertThat(read).isEqualTo(WRITTEN);
  }

  private static SpecificRecord send(
      Producer<String, SpecificRecord> producer, Topic<?> topic, int number) {
    SpecificRecord record = Filled.record(SpecificData.get().getSchema(topic.recordType()), number);
    Instant now = Instant.now();
    producer.send(
        new ProducerRecord<>(
            topic.name(),
            null,
            now.toEpochMilli(),
            "room",
            record,
            new EventHeaders("/liveroom/test").of(record, "id-" + number, now)));
    return record;
  }

  private static Producer<String, SpecificRecord> producer() {
    Map<String, Object> properties = new HashMap<>(STACK.clientProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "foreign-clients");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(properties, new StringSerializer(), STACK.serdes().serializer());
  }

  /** As a program of somebody else would: Confluent's own deserializer and its settings. */
  private static Map<String, List<JsonNode>> read(
      boolean isSpecific, Class<? extends IndexedRecord> type) {
    Map<String, Object> settings = new HashMap<>(STACK.clientProperties());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, "foreign-" + type.getSimpleName());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, KafkaAvroDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put("schema.registry.url", STACK.registryUrl());
    settings.put("specific.avro.reader", isSpecific);
    Map<String, List<JsonNode>> read = new TreeMap<>();
    try (Consumer<String, IndexedRecord> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(topics.all().stream().<String>map(Topic::name).toList());
      long deadline = System.nanoTime() + LIMIT.toNanos();
      int count = 0;
      while (count < EACH * topics.all().size() && System.nanoTime() < deadline) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          assertThat(record.value()).isInstanceOf(type);
          read.computeIfAbsent(record.topic(), name -> new ArrayList<>())
              .add(Filled.json(record.value()));
          count++;
        }
      }
    }
    return read;
  }

  private static Map<String, String> environment() {
    String name = topics.chat().name();
    return Map.of(
        "LIVEROOM_KAFKA_BOOTSTRAP_SERVERS", STACK.bootstrapServers(),
        "LIVEROOM_REGISTRY_URL", STACK.registryUrl(),
        "LIVEROOM_TOPICS_PREFIX", name.substring(0, name.indexOf('.')),
        "KAFKAJS_NO_PARTITIONER_WARNING", "1");
  }

  private static String name(String shortName) {
    return topics.all().stream()
        .filter(topic -> topic.shortName().equals(shortName))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
