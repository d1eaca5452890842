package io.liveroom.benchmarks.stage;

import io.liveroom.common.EventTimeSource;
import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Messages of rooms that have one message each, and how long after it a reader of committed records
 * has the room's minute: both ends by one clock. Sends and reads on the caller's thread.
 */
public final class Probes implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);

  private final Topics topics;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final EventHeaders headers = new EventHeaders("/liveroom/bench");
  private final Map<String, Long> sent = new HashMap<>(); // nanoseconds, by room
  private final List<Double> latencies = new ArrayList<>(); // milliseconds

  Probes(String bootstrapServers, String registryUrl, Topics topics) {
    this.topics = topics;
    RecordSerdes serdes = new RecordSerdes(registryUrl);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
            new StringSerializer(),
            serdes.serializer());
    consumer = Consumers.committed(bootstrapServers, serdes.deserializer(), topics.roomMinute());
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
  }

  /**
   * Sends a probe each interval.
   *
   * @param from when the first one is sent
   * @param length for how long, and then the last ones are waited for as long as {@code patience}
   */
  public void run(Instant from, Duration length, Duration interval, Duration patience) {
    Instant next = from;
    Instant end = from.plus(length);
    while (Instant.now().isBefore(end.plus(patience))) {
      Instant now = Instant.now();
      if (now.isAfter(next) && next.isBefore(end)) {
        send("probe-" + next.toEpochMilli(), now);
        next = next.plus(interval);
      }
      consumer.poll(POLL).forEach(this::take);
      if (!now.isBefore(end) && sent.isEmpty()) {
        return;
      }
    }
  }

  /** Milliseconds, the shortest first. */
  public List<Double> latencies() {
    return latencies.stream().sorted().toList();
  }

  /** Probes whose minute did not come. */
  public int missing() {
    return sent.size();
  }

  private void send(String room, Instant now) {
    ChatEvent event =
        ChatEvent.newBuilder()
            .setEventId(room)
            .setRoomId(room)
            .setEventTime(now)
            .setEventTimeSource(EventTimeSource.MESSAGE)
            .setReceivedAt(now)
            .setCollectorId("bench")
            .setEndpoint("chat")
            .setKind(ChatKind.CHAT)
            .setPlatformType("WebcastChatMessage")
            .setMessageId(room)
            .setUserId("u")
            .setIsAnonymous(false)
            .setOnlineIsLowerBound(false)
            .build();
    sent.put(room, System.nanoTime());
    producer.send(
        new ProducerRecord<>(
            topics.chat().name(),
            null,
            now.toEpochMilli(),
            room,
            event,
            headers.of(event, room, now)));
  }

  private void take(ConsumerRecord<String, SpecificRecord> record) {
    Long begun = record.value() instanceof RoomMinute ? sent.remove(record.key()) : null;
    if (begun != null) {
      latencies.add((System.nanoTime() - begun) / 1e6);
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
