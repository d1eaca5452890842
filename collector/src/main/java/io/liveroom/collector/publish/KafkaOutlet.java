package io.liveroom.collector.publish;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the producers of one collector, one at a time, under metrics; and the marks at which
 * reading stops and goes on.
 */
public final class KafkaOutlet implements Supplier<Producer<String, byte[]>>, AutoCloseable {

  private static final long HIGH = 32L << 20;
  private static final long LOW = 16L << 20;
  // A batch takes its full size from here, however little is in it, for each partition.
  private static final long BUFFER = 2 * HIGH;
  private static final Duration LINGER = Duration.ofMillis(20);
  private static final Duration LONGEST_BLOCK = Duration.ofSeconds(2); // of the outbox's thread
  // A topic that is seldom written must not hold up the others while it is looked up anew.
  private static final Duration METADATA_IDLE = Duration.ofDays(365);
  private static final int BATCH = 64 << 10;

  private final Map<String, Object> client;
  private final MeterRegistry meters;
  private @Nullable KafkaClientMetrics bound; // guarded by this

  public KafkaOutlet(Map<String, Object> client, MeterRegistry meters) {
    this.client = client;
    this.meters = meters;
  }

  public static Pressure pressure() {
    return new Pressure(HIGH, LOW);
  }

  /** An idempotent producer that never drops a record on its own account. */
  @Override
  public synchronized Producer<String, byte[]> get() {
    close();
    Producer<String, byte[]> producer =
        new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer());
    bound = new KafkaClientMetrics(producer);
    bound.bindTo(meters);
    return producer;
  }

  /** Takes the metrics of the last producer away; the producer is for who asked for it to close. */
  @Override
  public synchronized void close() {
    if (bound != null) {
      bound.close();
      bound = null;
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis());
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK.toMillis());
    config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, METADATA_IDLE.toMillis());
    return config;
  }

  static void warmUp(
      Producer<String, byte[]> producer, Serializer<SpecificRecord> serializer, Topics topics) {
    List<Topic<?>> written =
        List.of(
            topics.status(),
            topics.room(),
            topics.chat(),
            topics.promotions(),
            topics.audience(),
            topics.gap(),
            topics.deadLetter());
    producer.partitionsFor(topics.watchlist().name());
    for (Topic<?> topic : written) {
      producer.partitionsFor(topic.name());
      serializer.serialize(topic.name(), topic.blank());
    }
  }
}
