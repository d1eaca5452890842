package io.liveroom.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the figures until it is told to end: Ctrl-C or TERM. */
public final class Main {

  private static final Duration POLL = Duration.ofSeconds(1);

  private Main() {}

  /** Reads the topics that the environment names, as liveroom itself does. */
  public static void main(String[] args) {
    trustTheRecords();
    Consumer<String, @Nullable SpecificRecord> consumer =
        new KafkaConsumer<>(settings(System.getenv()));
    consumer.subscribe(topics(System.getenv().getOrDefault("LIVEROOM_TOPICS_PREFIX", "liveroom")));
    Figures figures =
        new Figures(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(consumer, ended), "end"));
    try (consumer) { // closing leaves the group at once
      read(consumer, figures);
    } finally {
      figures.end();
      ended.countDown();
    }
  }

  /** Avro makes no objects of classes that it was not told to trust, since 1.12.2. */
  static void trustTheRecords() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith("io.liveroom.")));
  }

  static Map<String, Object> settings(Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        environment.getOrDefault("LIVEROOM_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"));
    settings.put(
        "schema.registry.url",
        environment.getOrDefault("LIVEROOM_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7"));
    settings.put(
        ConsumerConfig.GROUP_ID_CONFIG,
        environment.getOrDefault("CONSUMER_GROUP", "liveroom-example-java"));
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, KafkaAvroDeserializer.class);
    settings.put("specific.avro.reader", true); // the generated classes, not GenericRecord
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"); // nothing aborted
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }

  private static List<String> topics(String prefix) {
    return Stream.of("room-minute", "session", "alert")
        .map(topic -> prefix + ".derived." + topic + ".v1")
        .toList();
  }

  /** An offset is committed only after its record has been taken. */
  private static void read(Consumer<String, @Nullable SpecificRecord> consumer, Figures figures) {
    try {
      while (true) {
        consumer.poll(POLL).forEach(figures::take);
        consumer.commitAsync();
      }
    } catch (WakeupException e) {
      consumer.commitSync();
    }
  }

  private static void end(Consumer<?, ?> consumer, CountDownLatch ended) {
    consumer.wakeup();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
