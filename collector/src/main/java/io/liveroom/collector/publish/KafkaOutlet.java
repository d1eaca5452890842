package io.liveroom.collector.publish;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer of one collector, and the marks at which reading stops and goes on. */
public final class KafkaOutlet {

  private static final long HIGH = 32L << 20;
  private static final long LOW = 16L << 20;
  // What was read before reading stopped must still fit, or send would block an event loop.
  private static final long BUFFER = 4 * HIGH;
  private static final Duration LINGER = Duration.ofMillis(20);
  private static final Duration LONGEST_BLOCK = Duration.ofSeconds(5);
  // A topic that is seldom written must not be looked up anew on an event loop.
  private static final Duration METADATA_IDLE = Duration.ofDays(365);
  private static final int BATCH = 64 << 10;

  private KafkaOutlet() {}

  public static Pressure pressure() {
    return new Pressure(HIGH, LOW);
  }

  /** An idempotent producer that never drops a record on its own account. */
  public static Producer<String, byte[]> producer(Map<String, Object> client) {
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
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Looks up every topic and schema once, on the caller's thread, so that nothing has to be waited
   * for on an event loop later, and a missing one is noticed at the start.
   */
  public static void warmUp(
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
      serializer.serialize(topic.name(), blank(topic));
    }
  }

  /** A record that says nothing; it is serialized and thrown away. */
  private static SpecificRecord blank(Topic<?> topic) {
    Schema schema = topic.schema();
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(
          field.pos(),
          field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : blank(field));
    }
    return record;
  }

  private static Object blank(Schema.Field field) {
    return switch (field.schema().getType()) {
      case STRING -> "";
      case LONG -> field.schema().getLogicalType() == null ? (Object) 0L : Instant.EPOCH;
      case INT -> 0;
      case BOOLEAN -> false;
      case BYTES -> java.nio.ByteBuffer.allocate(0);
      case ARRAY -> List.of();
      default -> throw new IllegalStateException("no blank for " + field);
    };
  }
}
