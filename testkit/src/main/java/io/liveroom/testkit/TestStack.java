package io.liveroom.testkit;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.broker.LocalBroker;
import io.liveroom.broker.LocalRegistry;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

/**
 * A real broker and a real registry that the tests of one JVM share, started by the first that
 * asks. Each test takes a catalogue of its own, under a prefix of its own.
 */
public final class TestStack {

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final LocalBroker broker;
  private final LocalRegistry registry;

  private TestStack(LocalBroker broker, LocalRegistry registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /** The stack of this JVM; it ends with the JVM. */
  public static TestStack shared() {
    return Shared.STACK;
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public String registryUrl() {
    return registry.url();
  }

  public RecordSerdes serdes() {
    return new RecordSerdes(registryUrl());
  }

  /** What every Kafka client needs to find the broker. */
  public Map<String, Object> clientProperties() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  /** A catalogue nobody else uses, its topics made and its schemas registered. */
  public Topics freshTopics(int partitions) {
    Topics topics = new Topics("test" + PREFIXES.incrementAndGet());
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
      for (Topic<?> topic : topics.all()) {
        client.register(topic.subject(), new AvroSchema(topic.schema()));
      }
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("cannot register the test's schemas", e);
    }
  }

  private static TestStack start() {
    try {
      Path directory = Files.createTempDirectory("liveroom-test");
      CompletableFuture<LocalRegistry> registry =
          CompletableFuture.supplyAsync(
              () -> LocalRegistry.start(directory.resolve("registry"), 0));
      LocalBroker broker = LocalBroker.start(directory.resolve("broker"), 0);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> end(broker, directory), "test-broker-close"));
      return new TestStack(broker, registry.join());
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for the test's broker", e);
    }
  }

  private static void end(LocalBroker broker, Path directory) {
    broker.close();
    try (Stream<Path> all = Files.walk(directory.resolve("broker"))) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + directory, e);
    }
  }

  // start() is not in here: its lambda would wait for this class to be ready, for ever.
  private static final class Shared {
    static final TestStack STACK = start();
  }
}
