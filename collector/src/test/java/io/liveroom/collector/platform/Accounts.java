package io.liveroom.collector.platform;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.publish.Counters;
import io.liveroom.collector.publish.KafkaOutlet;
import io.liveroom.collector.publish.Outbox;
import io.liveroom.collector.publish.Publisher;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Takes payloads through a decoder and the publisher, and holds the books: what came in must go out
 * as facts, duplicates or dead letters. The broker alone is not real: it takes everything at once.
 */
final class Accounts {

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Topics TOPICS = new Topics("fuzz");

  private final Decoders decoders = new Decoders(Users.PSEUDONYM);
  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final RecordSerdes serdes =
      new RecordSerdes("mock://fuzz", Map.of("auto.register.schemas", true));
  private final Counters counters = new Counters(new SimpleMeterRegistry());
  private final Publisher publisher =
      new Publisher(
          new Outbox(() -> broker, KafkaOutlet.pressure()),
          serdes.serializer(),
          TOPICS,
          "worker-1",
          Duration.ofMinutes(15),
          counters,
          InstantSource.fixed(Decoders.ARRIVAL));

  /** Reads a payload, publishes what it was, and checks the equation; how many records came out. */
  int take(Endpoint endpoint, byte[] bytes) {
    Payload payload = Decoders.payload(endpoint, bytes);
    Counters.Balance before = counters.balance();
    int given = publish(payload, endpoint);
    await().pollDelay(ZERO).pollInterval(SHORT).until(() -> counters.balance().open() == 0);
    Counters.Balance after = counters.balance();
    assertThat(after.received() - before.received()).isEqualTo(given);
    assertThat(after.shed()).isZero();
    int sent = broker.history().size();
    assertThat(after.published() + after.deadLetters() - before.published() - before.deadLetters())
        .isEqualTo(sent);
    broker.clear();
    return sent;
  }

  private int publish(Payload payload, Endpoint endpoint) {
    return switch (endpoint) {
      case CHAT -> each(decoders.chat().decode(payload, Decoders.ROOM), payload, this::chat);
      case INFO -> each(decoders.info().decode(payload), payload, this::room);
      case FEED -> each(decoders.feed().decode(payload), payload, all -> sum(all, this::room));
      case STATUS -> each(decoders.status().decode(payload), payload, this::status);
      case AUDIENCE ->
          each(
              decoders.audience().decode(payload, Decoders.ROOM),
              payload,
              ranking -> observed(TOPICS.audience(), ranking, endpoint));
      case PROMOTIONS -> each(decoders.promotions().decode(payload), payload, page -> 0);
    };
  }

  private interface Taker<T> {
    int take(T value);
  }

  private <T> int each(Reading<T> reading, Payload payload, Taker<T> taker) {
    if (reading instanceof Reading.Good<T> good) {
      good.spoilt().forEach(letter -> deadLetter(letter, payload));
      return taker.take(good.value()) + good.spoilt().size();
    }
    if (reading instanceof Reading.Bad<T> bad) {
      deadLetter(bad.letter(), payload);
      return 1;
    }
    assertThat(((Reading.Denied<T>) reading).code()).isNotEqualTo(Envelope.GOOD);
    return 0;
  }

  private void deadLetter(DeadLetter letter, Payload payload) {
    assertThat(letter.getReason()).as(letter.getDetail()).isNotEqualTo(DeadLetterReason.UNKNOWN);
    assertThat(letter.getDetail()).isNotBlank();
    assertThat(letter.getRoomId()).isEqualTo(payload.roomId());
    assertThat(letter.getReceivedAt()).isEqualTo(payload.receivedAt());
    assertThat(letter.getIsTruncated())
        .isEqualTo(letter.getPayloadSize() > DeadLetters.LONGEST_PAYLOAD);
    publisher.deadLetter(letter, payload.endpoint());
  }

  private int chat(ChatBatch batch) {
    return sum(batch.events(), event -> observed(TOPICS.chat(), event, Endpoint.CHAT));
  }

  private int status(List<RoomStatus> rooms) {
    return sum(rooms, one -> observed(TOPICS.status(), one, Endpoint.STATUS));
  }

  private int room(RoomSnapshot snapshot) {
    return observed(TOPICS.room(), snapshot, Endpoint.INFO);
  }

  private <R extends SpecificRecord> int observed(Topic<R> topic, R fact, Endpoint endpoint) {
    publisher.observed(topic, fact, endpoint);
    return 1;
  }

  private static <T> int sum(List<T> all, Taker<T> taker) {
    return all.stream().mapToInt(taker::take).sum();
  }
}
