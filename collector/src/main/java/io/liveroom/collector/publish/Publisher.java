package io.liveroom.collector.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.observed.CollectionGap;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was observed to Kafka: drops what was seen before, counts, and never blocks its caller
 * nor loses anything in silence. Safe for all threads.
 *
 * <p>It serializes itself, so that the bytes in flight are known and a record that can't be
 * serialized becomes a dead letter.
 */
public final class Publisher {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final int MOST_REMEMBERED = 4_000_000;
  private static final int LONGEST_WORDS = 100_000;

  private final Producer<String, byte[]> producer;
  private final Serializer<SpecificRecord> serializer;
  private final Topics topics;
  private final EventHeaders headers;
  private final String collectorId;
  private final Counters counters;
  private final Pressure pressure;
  private final InstantSource clock;
  private final DuplicateFilter seen; // guarded by itself
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  public Publisher(
      Producer<String, byte[]> producer,
      Serializer<SpecificRecord> serializer,
      Topics topics,
      String collectorId,
      Duration duplicatesWindow,
      Counters counters,
      Pressure pressure,
      InstantSource clock) {
    this.producer = producer;
    this.serializer = serializer;
    this.topics = topics;
    this.headers = new EventHeaders("/liveroom/collector/" + collectorId);
    this.collectorId = collectorId;
    this.counters = counters;
    this.pressure = pressure;
    this.clock = clock;
    this.seen = new DuplicateFilter(duplicatesWindow, clock.instant(), MOST_REMEMBERED);
  }

  public Pressure pressure() {
    return pressure;
  }

  public Counters counters() {
    return counters;
  }

  /** Why records do not get to Kafka; empty where they do. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  /** Publishes a fact, unless it was seen before. */
  public <R extends SpecificRecord> void observed(Topic<R> topic, R fact, Endpoint endpoint) {
    counters.add(Counted.RECEIVED, endpoint);
    Observed head = Observed.of(fact);
    if (isKnown(head.eventId())) {
      counters.add(Counted.DUPLICATES, endpoint);
      return;
    }
    Parcel parcel = new Parcel(topic.name(), head.roomId(), head.eventId(), head.eventTime(), fact);
    send(parcel, endpoint, Counted.PUBLISHED);
  }

  /** Publishes what could not be read, unless it was seen before. */
  public void deadLetter(DeadLetter letter, Endpoint endpoint) {
    counters.add(Counted.RECEIVED, endpoint);
    if (isKnown(letter.getDeadLetterId())) {
      counters.add(Counted.DUPLICATES, endpoint);
      return;
    }
    send(parcel(letter), endpoint, Counted.DEAD_LETTERS);
  }

  /** Publishes what was not seen. It came from nowhere, so it is not in the balance. */
  public void gap(CollectionGap gap, Endpoint endpoint) {
    Observed head = Observed.of(gap);
    String topic = topics.gap().name();
    send(
        new Parcel(topic, head.roomId(), head.eventId(), head.eventTime(), gap),
        endpoint,
        Counted.GAPS);
  }

  /** Takes a room off the watchlist. */
  public void forget(String roomId) {
    producer.send(new ProducerRecord<>(topics.watchlist().name(), roomId, null));
  }

  /** Everything that was given is acknowledged, or given up and said so; within a deadline. */
  public void close(Duration deadline) {
    producer.close(deadline);
    Counters.Balance balance = counters.balance();
    if (balance.open() != 0) {
      LOG.error("{} records were not acknowledged by Kafka before the deadline", balance.open());
    }
  }

  private boolean isKnown(String id) {
    synchronized (seen) {
      return seen.isDuplicate(id, clock.instant());
    }
  }

  private void send(Parcel parcel, Endpoint endpoint, Counted whenDone) {
    try {
      byte[] value = serializer.serialize(parcel.topic(), parcel.value());
      ProducerRecord<String, byte[]> message = message(parcel, value);
      pressure.add(value.length);
      producer.send(
          message,
          (metadata, failure) -> {
            pressure.remove(value.length);
            settle(parcel, endpoint, whenDone, failure);
          });
    } catch (KafkaException | IllegalStateException failure) {
      settle(parcel, endpoint, whenDone, failure);
    }
  }

  private ProducerRecord<String, byte[]> message(Parcel parcel, byte[] value) {
    return new ProducerRecord<>(
        parcel.topic(),
        null,
        Math.max(0, parcel.time().toEpochMilli()),
        parcel.key(),
        value,
        headers.of(parcel.value(), parcel.id(), parcel.time()));
  }

  private void settle(
      Parcel parcel, Endpoint endpoint, Counted whenDone, @Nullable Exception failure) {
    if (failure == null) {
      counters.add(whenDone, endpoint);
      if (trouble.getAndSet(null) != null) {
        LOG.info("Kafka takes records again");
      }
    } else if (isTheRecordsFault(failure) && !(parcel.value() instanceof DeadLetter)) {
      send(parcel(unpublishable(parcel, endpoint)), endpoint, Counted.DEAD_LETTERS);
    } else {
      giveUp(endpoint, failure);
    }
  }

  private static boolean isTheRecordsFault(Exception failure) {
    return failure instanceof SerializationException || failure instanceof RecordTooLargeException;
  }

  private void giveUp(Endpoint endpoint, Exception failure) {
    counters.add(Counted.SHED, endpoint);
    String kind = failure.getClass().getSimpleName();
    if (trouble.getAndSet("Kafka refuses records: " + kind) == null) {
      LOG.error("Kafka refuses records for good; they are counted as shed", failure);
    }
  }

  private Parcel parcel(DeadLetter letter) {
    String key = letter.getRoomId() == null ? letter.getEndpoint() : letter.getRoomId();
    Instant time = letter.getReceivedAt();
    return new Parcel(topics.deadLetter().name(), key, letter.getDeadLetterId(), time, letter);
  }

  /** The record is after the privacy setting already, so its words may stay. */
  private DeadLetter unpublishable(Parcel parcel, Endpoint endpoint) {
    byte[] words = parcel.value().toString().getBytes(UTF_8);
    int kept = Math.min(words.length, LONGEST_WORDS);
    DeadLetter letter = new DeadLetter();
    letter.setDeadLetterId(parcel.id());
    letter.setRoomId(parcel.key());
    letter.setEndpoint(endpoint.label());
    letter.setStage("publish");
    letter.setReason(DeadLetterReason.UNSERIALIZABLE);
    letter.setDetail("Kafka or the registry does not take this record");
    letter.setReceivedAt(clock.instant());
    letter.setCollectorId(collectorId);
    letter.setPayload(ByteBuffer.wrap(words, 0, kept));
    letter.setPayloadSize(words.length);
    letter.setIsTruncated(kept < words.length);
    return letter;
  }

  /** A record ready to go. */
  private record Parcel(String topic, String key, String id, Instant time, SpecificRecord value) {}
}
