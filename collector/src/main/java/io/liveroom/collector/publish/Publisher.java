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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
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
  private static final int STRIPES = 16; // of what is remembered: threads seldom meet
  private static final int LONGEST_WORDS = 100_000;

  private final Outbox outbox;
  private final Serializer<SpecificRecord> serializer;
  private final Topics topics;
  private final EventHeaders headers;
  private final String collectorId;
  private final Counters counters;
  private final InstantSource clock;
  private final DuplicateFilter[] seen = new DuplicateFilter[STRIPES]; // each guarded by itself
  private final AtomicBoolean hasShed = new AtomicBoolean();

  public Publisher(
      Outbox outbox,
      Serializer<SpecificRecord> serializer,
      Topics topics,
      String collectorId,
      Duration duplicatesWindow,
      Counters counters,
      InstantSource clock) {
    this.outbox = outbox;
    this.serializer = serializer;
    this.topics = topics;
    this.headers = new EventHeaders("/liveroom/collector/" + collectorId);
    this.collectorId = collectorId;
    this.counters = counters;
    this.clock = clock;
    Instant now = clock.instant();
    Arrays.setAll(
        seen, at -> new DuplicateFilter(duplicatesWindow, now, MOST_REMEMBERED / STRIPES));
  }

  public Pressure pressure() {
    return outbox.pressure();
  }

  public Counters counters() {
    return counters;
  }

  /** Why records do not get to Kafka; empty where they do. */
  public Optional<String> trouble() {
    return hasShed.get()
        ? Optional.of("records were given up: see the counter shed")
        : outbox.trouble();
  }

  /** Publishes a fact, unless it was seen before. */
  public <R extends SpecificRecord> void observed(Topic<R> topic, R fact, Endpoint endpoint) {
    observed(topic, List.of(fact), endpoint);
  }

  /** Publishes facts in their order, but those that were seen before. */
  public <R extends SpecificRecord> void observed(
      Topic<R> topic, List<R> facts, Endpoint endpoint) {
    List<Parcel> parcels = new ArrayList<>(facts.size());
    for (R fact : facts) {
      parcels.add(Parcel.of(topic, fact));
    }
    receive(parcels, endpoint, Counted.PUBLISHED);
  }

  /** Publishes what could not be read, unless it was seen before. */
  public void deadLetter(DeadLetter letter, Endpoint endpoint) {
    receive(List.of(parcel(letter)), endpoint, Counted.DEAD_LETTERS);
  }

  private void receive(List<Parcel> parcels, Endpoint endpoint, Counted whenDone) {
    outbox.tickets().open(parcels.size());
    counters.add(Counted.RECEIVED, endpoint, parcels.size());
    try {
      Instant now = clock.instant();
      List<Parcel> unknown = new ArrayList<>(parcels.size());
      for (Parcel parcel : parcels) {
        if (!isKnown(parcel.id(), now)) {
          unknown.add(parcel);
        }
      }
      counters.add(Counted.DUPLICATES, endpoint, parcels.size() - unknown.size());
      send(unknown, endpoint, whenDone);
    } finally {
      outbox.tickets().close(parcels.size());
    }
  }

  /** Publishes what was not seen. It came from nowhere, so it is not in the balance. */
  public void gap(CollectionGap gap, Endpoint endpoint) {
    send(List.of(Parcel.of(topics.gap(), gap)), endpoint, Counted.GAPS);
  }

  /** Takes a room off the watchlist. */
  public void forget(String roomId) {
    ProducerRecord<String, byte[]> tombstone =
        new ProducerRecord<>(topics.watchlist().name(), roomId, null);
    outbox.put(List.of(new Outbox.Delivery(tombstone, new Tombstone(roomId), false)));
  }

  /**
   * Looks up every topic and schema once, on the caller's thread, so that a missing one is noticed
   * at the start and no event loop has to wait for one later.
   */
  public void warmUp() {
    KafkaOutlet.warmUp(outbox.producer(), serializer, topics);
  }

  /** A check of what was received against what became of it. */
  public BalanceCheck balanceCheck() {
    return new BalanceCheck(counters, outbox.tickets());
  }

  /** Everything that was given is acknowledged, or given up and said so; within a deadline. */
  public void close(Duration deadline) {
    outbox.close(deadline);
    Counters.Balance balance = counters.balance();
    if (balance.open() != 0) {
      LOG.error("{} records are not accounted for", balance.open());
    }
  }

  private boolean isKnown(String id, Instant now) {
    DuplicateFilter filter = seen[Math.floorMod(id.hashCode(), STRIPES)];
    synchronized (filter) {
      return filter.isDuplicate(id, now);
    }
  }

  private void send(List<Parcel> parcels, Endpoint endpoint, Counted whenDone) {
    List<Outbox.Delivery> deliveries = new ArrayList<>(parcels.size());
    for (Parcel parcel : parcels) {
      Shipment shipment = new Shipment(parcel, endpoint, whenDone);
      try {
        byte[] value = serializer.serialize(parcel.topic(), parcel.value());
        deliveries.add(
            new Outbox.Delivery(message(parcel, value), shipment, whenDone != Counted.GAPS));
      } catch (KafkaException failure) {
        shipment.failed(failure);
      }
    }
    outbox.put(deliveries);
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

  /** A parcel given to the outbox. */
  private final class Shipment implements Outbox.Receipt {

    private final Parcel parcel;
    private final Endpoint endpoint;
    private final Counted whenDone;

    Shipment(Parcel parcel, Endpoint endpoint, Counted whenDone) {
      this.parcel = parcel;
      this.endpoint = endpoint;
      this.whenDone = whenDone;
    }

    @Override
    public void acknowledged() {
      counters.add(whenDone, endpoint);
    }

    @Override
    public void failed(Exception failure) {
      if (Outbox.isTheRecordsFault(failure) && !(parcel.value() instanceof DeadLetter)) {
        DeadLetter letter = unpublishable(parcel, endpoint);
        send(List.of(parcel(letter)), endpoint, Counted.DEAD_LETTERS);
      } else {
        giveUp(endpoint, failure);
      }
    }
  }

  /** A room that leaves the watchlist; where that fails it is tried again at its next look. */
  private record Tombstone(String roomId) implements Outbox.Receipt {
    @Override
    public void acknowledged() {
      LOG.info("room {} has left the watchlist", roomId);
    }

    @Override
    public void failed(Exception failure) {
      LOG.warn("room {} stays on the watchlist", roomId, failure);
    }
  }

  private void giveUp(Endpoint endpoint, Exception failure) {
    counters.add(Counted.SHED, endpoint);
    if (!hasShed.getAndSet(true)) {
      LOG.error("Kafka did not take records; they are counted as shed", failure);
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
  private record Parcel(String topic, String key, String id, Instant time, SpecificRecord value) {
    static <R extends SpecificRecord> Parcel of(Topic<R> topic, R fact) {
      Observed head = Observed.of(fact);
      return new Parcel(topic.name(), head.roomId(), head.eventId(), head.eventTime(), fact);
    }
  }
}
