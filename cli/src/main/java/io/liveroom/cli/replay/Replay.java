package io.liveroom.cli.replay;

import io.liveroom.cli.read.TopicScan;
import io.liveroom.cli.write.TopicWriter;
import io.liveroom.collector.DeadLetterReplay;
import io.liveroom.collector.DeadLetterReplay.Fact;
import io.liveroom.collector.publish.Observed;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes what dead letters give when they are read again. A record whose event id is in its
 * topic already is left out, so that a second time changes nothing.
 */
public final class Replay {

  private static final int MOST_HELD = 20_000; // records
  private static final EventHeaders HEADERS = new EventHeaders("/liveroom/dead-letters");

  private final DeadLetterReplay reader;
  private final Map<String, Object> kafka;
  private final RecordSerdes serdes;
  private final boolean isDry;
  private final Map<String, Map<String, Fact<?>>> held = new HashMap<>(); // topic, then event id
  private final Set<String> missing = new HashSet<>(); // event ids
  private final Map<String, String> unreadable = new LinkedHashMap<>();
  private long letters;
  private long readable;
  private long records;

  /**
   * What a replay did.
   *
   * @param letters how many were read, repetitions included
   * @param readable how many of them gave something
   * @param records how many records they gave
   * @param missing how many of these were not in their topics: published, unless it was a dry run
   * @param unreadable id of each letter, or part of one, that still can't be read, and why
   */
  public record Outcome(
      long letters, long readable, long records, long missing, Map<String, String> unreadable) {}

  /**
   * @param kafka properties for any Kafka client
   * @param isDry nothing is published
   */
  public Replay(
      DeadLetterReplay reader, Map<String, Object> kafka, RecordSerdes serdes, boolean isDry) {
    this.reader = reader;
    this.kafka = kafka;
    this.serdes = serdes;
    this.isDry = isDry;
  }

  /** Takes one letter; what it gives is published now or later. */
  public void take(DeadLetter letter) {
    letters++;
    DeadLetterReplay.Outcome outcome = reader.read(letter);
    if (outcome instanceof DeadLetterReplay.Recovered recovered) {
      readable++;
      recovered.records().forEach(this::hold);
      recovered.stillSpoilt().forEach(why -> unreadable.put(letter.getDeadLetterId(), why));
    } else if (outcome instanceof DeadLetterReplay.StillUnreadable still) {
      unreadable.put(letter.getDeadLetterId(), still.why());
    }
    if (held.values().stream().mapToInt(Map::size).sum() >= MOST_HELD) {
      publish();
    }
  }

  /** What it did, once everything taken is published. */
  public Outcome finish() {
    publish();
    return new Outcome(letters, readable, records, missing.size(), unreadable);
  }

  private void publish() {
    for (Map.Entry<String, Map<String, Fact<?>>> topic : held.entrySet()) {
      publish(topic.getKey(), topic.getValue());
    }
    held.clear();
  }

  private void hold(Fact<?> fact) {
    records++;
    held.computeIfAbsent(fact.topic().name(), name -> new LinkedHashMap<>())
        .putIfAbsent(fact.head().eventId(), fact);
  }

  private void publish(String topic, Map<String, Fact<?>> facts) {
    Optional<Instant> first =
        facts.values().stream().map(fact -> fact.head().eventTime()).min(Instant::compareTo);
    new TopicScan(kafka)
        .some(topic, number -> true, first.map(Replay::timestamp), there -> drop(facts, there));
    missing.addAll(facts.keySet());
    if (!isDry && !facts.isEmpty()) {
      List<ProducerRecord<String, SpecificRecord>> wanted = new ArrayList<>();
      facts.values().forEach(fact -> wanted.add(record(fact)));
      try (Serializer<SpecificRecord> values = serdes.serializer()) {
        new TopicWriter(kafka).write(wanted, values);
      }
    }
  }

  private static void drop(Map<String, Fact<?>> facts, ConsumerRecord<String, byte[]> there) {
    EventHeaders.id(there.headers()).ifPresent(facts::remove);
  }

  private static ProducerRecord<String, SpecificRecord> record(Fact<?> fact) {
    Observed head = fact.head();
    Topic<?> topic = fact.topic();
    return new ProducerRecord<>(
        topic.name(),
        null,
        timestamp(head.eventTime()).toEpochMilli(),
        head.roomId(),
        fact.record(),
        HEADERS.of(fact.record(), head.eventId(), head.eventTime()));
  }

  /** Kafka knows no time before 1970, and whole milliseconds only. */
  private static Instant timestamp(Instant eventTime) {
    return Instant.ofEpochMilli(Math.max(0, eventTime.toEpochMilli()));
  }
}
