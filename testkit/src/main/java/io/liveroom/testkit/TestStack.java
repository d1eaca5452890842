package io.liveroom.testkit;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real broker and a real registry that the tests of one JVM share, started by the first that
 * asks. Each test takes a catalogue of its own, under a prefix of its own.
 */
public final class TestStack {

  private static final Logger LOG = LoggerFactory.getLogger(TestStack.class);
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  /** Other than any JVM's before: what it left running may find our broker on its old port. */
  private static final String OURS = Long.toString(new SecureRandom().nextLong() >>> 32, 36);

  private final Backing backing;

  private TestStack(Backing backing) {
    this.backing = backing;
  }

  /** The stack of this JVM; it ends with the JVM. */
  public static TestStack shared() {
    return Shared.STACK;
  }

  public String bootstrapServers() {
    return backing.bootstrapServers();
  }

  public String registryUrl() {
    return backing.registryUrl();
  }

  public RecordSerdes serdes() {
    return new RecordSerdes(registryUrl());
  }

  /** What every Kafka client needs to find the broker. */
  public Map<String, Object> clientProperties() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  /** A prefix of topics that nobody else uses. */
  public static String freshPrefix() {
    return "test-" + OURS + '-' + PREFIXES.incrementAndGet();
  }

  /** A catalogue nobody else uses, its topics made and its schemas registered. */
  public Topics freshTopics(int partitions) {
    Topics topics = new Topics(freshPrefix());
    create(topics, partitions);
    register(topics);
    return topics;
  }

  /** A producer of any record of the catalogue. */
  public Producer<String, SpecificRecord> producer() {
    Map<String, Object> properties = new HashMap<>(clientProperties());
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    return new KafkaProducer<>(properties, new StringSerializer(), serdes().serializer());
  }

  /** A reader of one topic, from its beginning, of committed records only. */
  public <V extends SpecificRecord> TopicReader<V> reader(Topic<V> topic) {
    Map<String, Object> properties = new HashMap<>(clientProperties());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    Consumer<String, V> consumer =
        new KafkaConsumer<>(
            properties, new StringDeserializer(), serdes().serde(topic).deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new TopicReader<>(consumer);
  }

  private void create(Topics topics, int partitions) {
    try (Admin admin = Admin.create(clientProperties())) {
      List<NewTopic> wanted =
          topics.all().stream()
              .map(
                  topic ->
                      new NewTopic(topic.name(), partitions, (short) 1).configs(topic.config()))
              .toList();
      admin.createTopics(wanted).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot make the test's topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making the test's topics", e);
    }
  }

  private void register(Topics topics) {
    SchemaRegistryClient client =
        SchemaRegistryClientFactory.newClient(
            List.of(registryUrl()), 100, List.of(new AvroSchemaProvider()), Map.of(), Map.of());
    try {
      client.updateCompatibility(null, "FULL_TRANSITIVE"); // of all: containers' checks nothing
      for (Topic<?> topic : topics.all()) {
        client.register(topic.subject(), new AvroSchema(topic.schema()));
      }
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("cannot register the test's schemas", e);
    }
  }

  private static TestStack start() {
    Backing backing =
        ServiceLoader.load(Backing.Provider.class).stream()
            .map(provider -> provider.get().start())
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(LocalBacking::start);
    LOG.info("tests run on: {}", backing.description());
    Runtime.getRuntime().addShutdownHook(new Thread(backing::close, "test-stack-close"));
    return new TestStack(backing);
  }

  // start() is not in here: its lambda would wait for this class to be ready, for ever.
  private static final class Shared {
    static final TestStack STACK = start();
  }
}
