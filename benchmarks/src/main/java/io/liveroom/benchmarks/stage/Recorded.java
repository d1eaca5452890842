package io.liveroom.benchmarks.stage;

import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.CollectionGap;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is in Kafka at the end: each chat message once, and the gaps of each room. */
public final class Recorded {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Map<String, Set<String>> messages = new HashMap<>(); // ids by room
  private final Map<String, List<CollectionGap>> gaps = new HashMap<>(); // by room
  private long records;

  private Recorded() {}

  /** Reads the topics to their present ends. */
  static Recorded read(Stage stage) throws Exception {
    Recorded recorded = new Recorded();
    try (TopicFigures figures = stage.figures()) {
      each(stage, figures.topics().gap(), recorded::gap);
      each(stage, figures.topics().chat(), recorded::chat);
    }
    return recorded;
  }

  /** Chat records, of which some may tell the same message. */
  public long records() {
    return records;
  }

  /** Different messages among them. */
  public long distinct() {
    return messages.values().stream().mapToLong(Set::size).sum();
  }

  public boolean holds(String roomId, String messageId) {
    return messages.getOrDefault(roomId, Set.of()).contains(messageId);
  }

  /** What was not seen of a room, by the workers' own account. */
  public List<CollectionGap> gaps(String roomId) {
    return gaps.getOrDefault(roomId, List.of());
  }

  private void chat(ChatEvent event) {
    records++;
    String id = event.getMessageId();
    messages
        .computeIfAbsent(event.getRoomId(), room -> new HashSet<>())
        .add(id == null ? event.getEventId() : id);
  }

  private void gap(CollectionGap gap) {
    gaps.computeIfAbsent(gap.getRoomId(), room -> new ArrayList<>()).add(gap);
  }

  private static <V extends SpecificRecord> void each(
      Stage stage, Topic<V> topic, Consumer<V> taker) {
    Map<String, Object> client = Map.of("bootstrap.servers", stage.bootstrapServers());
    try (KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            client,
            new StringDeserializer(),
            new RecordSerdes(stage.registryUrl()).serde(topic).deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(each -> new TopicPartition(topic.name(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(record -> taker.accept(record.value()));
      }
    }
  }
}
