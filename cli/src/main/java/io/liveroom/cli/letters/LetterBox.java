package io.liveroom.cli.letters;

import io.liveroom.cli.read.TopicScan;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The dead-letter topic. */
public final class LetterBox {

  private final TopicScan scan;
  private final Topic<DeadLetter> topic;
  private final RecordSerdes serdes;

  public LetterBox(TopicScan scan, Topic<DeadLetter> topic, RecordSerdes serdes) {
    this.scan = scan;
    this.topic = topic;
    this.serdes = serdes;
  }

  /** Gives every letter that is meant to the reader, oldest first within a partition. */
  public void read(LetterFilter filter, Consumer<DeadLetter> reader) {
    try (Deserializer<DeadLetter> values = serdes.serde(topic).deserializer()) {
      scan.some(
          topic.name(),
          number -> true,
          filter.since(),
          record -> letter(values, record).filter(filter).ifPresent(reader));
    }
  }

  private static Optional<DeadLetter> letter(
      Deserializer<DeadLetter> values, ConsumerRecord<String, byte[]> record) {
    return Optional.ofNullable(record.value())
        .map(bytes -> values.deserialize(record.topic(), bytes));
  }
}
