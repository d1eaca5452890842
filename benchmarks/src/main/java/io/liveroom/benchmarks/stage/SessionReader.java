package io.liveroom.benchmarks.stage;

import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed sessions as they come, on a thread of its own. */
public final class SessionReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);

  private final KafkaConsumer<String, RoomSession> consumer;
  private final CountLog counts = new CountLog();
  private final Thread thread = new Thread(this::read, "sessions");
  private volatile boolean isClosing;

  SessionReader(String bootstrapServers, String registryUrl, Topic<RoomSession> topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new RecordSerdes(registryUrl).serde(topic).deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    thread.setDaemon(true);
    thread.start();
  }

  public CountLog counts() {
    return counts;
  }

  private void read() {
    while (!isClosing) {
      for (ConsumerRecord<String, RoomSession> record : consumer.poll(POLL)) {
        counts.told(record.key(), record.value().getChatCount(), System.currentTimeMillis());
      }
    }
    consumer.close();
  }

  @Override
  public void close() {
    isClosing = true;
    Waiting.forEnd(thread);
  }
}
