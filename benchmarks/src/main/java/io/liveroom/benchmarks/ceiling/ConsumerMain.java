package io.liveroom.benchmarks.ceiling;

import io.liveroom.schemas.RecordSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics from their beginning to their end and does nothing with what it reads. Arguments:
 * brokers, registry, topics with commas, {@code bytes} or {@code records} (deserialized), file for
 * the rate.
 */
public final class ConsumerMain {

  private static final Duration POLL = Duration.ofSeconds(1);

  private ConsumerMain() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, Object> client =
        Map.of("bootstrap.servers", arguments[0], "max.poll.records", 10_000);
    Deserializer<?> values =
        arguments[3].equals("bytes")
            ? new ByteArrayDeserializer()
            : new RecordSerdes(arguments[1]).deserializer();
    try (KafkaConsumer<String, ?> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          Arrays.stream(arguments[2].split(","))
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Rate.tell(Path.of(arguments[4]), read(consumer, partitions));
    }
  }

  /** Records a second, from the first to the last. */
  private static double read(KafkaConsumer<String, ?> consumer, List<TopicPartition> partitions) {
    long total = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
    long read = 0;
    long begun = 0;
    while (read < total) {
      read += consumer.poll(POLL).count();
      begun = begun == 0 && read > 0 ? System.nanoTime() : begun;
    }
    return read * 1e9 / (System.nanoTime() - begun);
  }
}
