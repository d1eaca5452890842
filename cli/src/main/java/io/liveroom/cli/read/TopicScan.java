package io.liveroom.cli.read;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics once: committed records, up to where they ended when the reading began. */
public final class TopicScan {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int FETCH_BYTES = 4 << 20;

  private final Map<String, Object> properties;

  /**
   * @param kafka properties for any Kafka client
   */
  public TopicScan(Map<String, Object> kafka) {
    Map<String, Object> all = new HashMap<>(kafka);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    properties = Map.copyOf(all);
  }

  /** How many partitions a topic has. */
  public int partitions(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      return infos(consumer, topic).size();
    }
  }

  /** Gives every record to the reader, in each partition's order. */
  public void all(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    some(topic, number -> true, Optional.empty(), reader);
  }

  /**
   * Gives the records of some partitions to the reader.
   *
   * @param since the first record with this timestamp or a later one is where it begins
   */
  public void some(
      String topic,
      IntPredicate partitions,
      Optional<Instant> since,
      Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> assigned =
          infos(consumer, topic).stream()
              .filter(info -> partitions.test(info.partition()))
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(assigned);
      consumer.seekToBeginning(assigned);
      since.ifPresent(time -> seek(consumer, assigned, time));
      Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
      while (isBehind(consumer, ends)) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static List<PartitionInfo> infos(KafkaConsumer<?, ?> consumer, String topic) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new UnknownTopicOrPartitionException(topic);
    }
    return infos;
  }

  private static void seek(
      KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions, Instant since) {
    Map<TopicPartition, Long> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      if (first == null) {
        consumer.seekToEnd(List.of(partition)); // all of it is older
      } else {
        consumer.seek(partition, first.offset());
      }
    }
  }

  private static boolean isBehind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
