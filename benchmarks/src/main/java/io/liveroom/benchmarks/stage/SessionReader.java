package io.liveroom.benchmarks.stage;

import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads committed sessions as they come, on a thread of its own. */
public final class SessionReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);

  private final KafkaConsumer<String, RoomSession> consumer;
  private final CountLog counts = new CountLog();
  private final Thread thread = new Thread(this::read, "sessions");
  private volatile boolean isClosing;

  SessionReader(String bootstrapServers, String registryUrl, Topic<RoomSession> topic) {
    consumer =
        Consumers.committed(
            bootstrapServers, new RecordSerdes(registryUrl).serde(topic).deserializer(), topic);
    consumer.seekToBeginning(consumer.assignment());
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
