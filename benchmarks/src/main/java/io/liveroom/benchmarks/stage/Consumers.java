package io.liveroom.benchmarks.stage;

import io.liveroom.schemas.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes consumers that belong to no group. */
final class Consumers {

  private Consumers() {}

  /**
   * One of committed records only, that has all partitions of the topics; where it begins is open.
   */
  static <V> KafkaConsumer<String, V> committed(
      String bootstrapServers, Deserializer<V> values, Topic<?>... topics) {
    KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            values);
    List<TopicPartition> partitions =
        Arrays.stream(topics)
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    return consumer;
  }
}
