package io.liveroom.cli.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records for a person who waits for it. */
public final class TopicWriter {

  private static final int OPERATOR_TIMEOUT_MILLISECONDS = 15_000;

  private final Map<String, Object> properties;

  /**
   * @param kafka properties for any Kafka client
   */
  public TopicWriter(Map<String, Object> kafka) {
    Map<String, Object> all = new HashMap<>(kafka);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, OPERATOR_TIMEOUT_MILLISECONDS);
    properties = Map.copyOf(all);
  }

  /**
   * Returns when the broker has them all.
   *
   * @throws KafkaException what the first of them failed for
   */
  public <V> void write(Collection<ProducerRecord<String, V>> records, Serializer<V> values) {
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(properties, new StringSerializer(), values)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      producer.flush();
      sent.forEach(TopicWriter::require);
    }
  }

  private static void require(Future<RecordMetadata> one) {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
