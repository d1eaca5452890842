package io.liveroom.local;

import io.liveroom.cli.Connections;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.RoomSession;
import io.liveroom.local.table.RoomRow;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the watchlist and the sessions on a thread of its own, for the table. */
final class RoomFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RoomFeed.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final KafkaConsumer<String, byte[]> consumer; // used by the thread only
  private final Deserializer<SpecificRecord> values;
  private final Topics topics;
  private final InstantSource clock;
  private final Thread thread = new Thread(this::follow, "table-feed");
  private final TreeSet<String> watched = new TreeSet<>(); // guarded by this
  private final Map<String, RoomSession> sessions = new HashMap<>(); // guarded by this
  private final Map<String, ChatRate> rates = new HashMap<>(); // guarded by this

  RoomFeed(Connections connections, InstantSource clock) {
    Map<String, Object> properties = new HashMap<>(connections.kafka());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    values = connections.serdes().deserializer();
    topics = connections.topics();
    this.clock = clock;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** The rooms on the watchlist, as they are now. */
  synchronized List<RoomRow> rows() {
    Instant now = clock.instant();
    return watched.stream().map(room -> row(room, now)).toList();
  }

  private RoomRow row(String room, Instant now) {
    RoomSession session = sessions.get(room);
    if (session == null) {
      return RoomRow.awaited(room);
    }
    ChatRate rate = rates.get(room);
    return RoomRow.of(session, rate == null ? null : rate.perMinute(now), now);
  }

  private void follow() {
    try (consumer) {
      List<TopicPartition> partitions =
          Stream.of(topics.watchlist(), topics.session()).flatMap(this::partitions).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(POLL).forEach(this::read);
      }
    } catch (WakeupException e) {
      LOG.debug("the table ends");
    } catch (RuntimeException e) {
      LOG.error("the table no longer follows the sessions", e);
    }
  }

  private Stream<TopicPartition> partitions(Topic<?> topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()));
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    try {
      @Nullable SpecificRecord value =
          record.value() == null ? null : values.deserialize(record.topic(), record.value());
      take(record.topic(), record.key(), value);
    } catch (SerializationException e) {
      LOG.warn(
          "can't decode {} partition {} offset {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private synchronized void take(String topic, String room, @Nullable SpecificRecord value) {
    if (value instanceof WatchedRoom) {
      watched.add(room);
    } else if (value instanceof RoomSession session) {
      sessions.put(room, session);
      rates
          .computeIfAbsent(room, unknown -> new ChatRate())
          .saw(clock.instant(), session.getChatCount());
    } else if (topic.equals(topics.watchlist().name())) {
      watched.remove(room);
    } else {
      sessions.remove(room);
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    values.close();
  }
}
