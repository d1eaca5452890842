package io.liveroom.processor.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.processor.room.Observed;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what could not be processed into records for the dead-letter topic, which Streams sends
 * within the task's transaction.
 */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final byte[] NOTHING = {};

  /** Those of the processor's own failures. */
  private static final List<DeadLetterReason> REASONS =
      List.of(
          DeadLetterReason.WRONG_SHAPE,
          DeadLetterReason.PROCESSING_FAILED,
          DeadLetterReason.UNSERIALIZABLE,
          DeadLetterReason.TOO_LARGE);

  private final Topic<DeadLetter> topic;
  private final Serializer<SpecificRecord> serializer;
  private final EventHeaders headers;
  private final String applicationId;
  private final MeterRegistry meters;
  private final Clock clock;

  DeadLetters(
      Topic<DeadLetter> topic,
      RecordSerdes serdes,
      String applicationId,
      MeterRegistry meters,
      Clock clock) {
    this.topic = topic;
    this.serializer = serdes.serializer();
    this.headers = new EventHeaders("/liveroom/processor/" + applicationId);
    this.applicationId = applicationId;
    this.meters = meters;
    this.clock = clock;
    REASONS.forEach(this::counted); // from 0, so that the first one is an increase
  }

  /**
   * Where a failed record was.
   *
   * @param topic null, like the rest, where no record was at work
   */
  record Coordinates(@Nullable String topic, int partition, long offset, @Nullable String roomId) {

    static Coordinates of(ErrorHandlerContext context) {
      return new Coordinates(
          context.topic(), context.partition(), context.offset(), text(context.sourceRawKey()));
    }

    static @Nullable String text(byte @Nullable [] key) {
      return key == null ? null : new String(key, UTF_8);
    }

    @Override
    public String toString() {
      return topic + "-" + partition + "@" + offset;
    }
  }

  /**
   * The records to send for one failure; none for a dead letter, which is read too, and would else
   * beget one more.
   */
  List<ProducerRecord<byte[], byte[]>> of(
      Coordinates where, byte @Nullable [] bytes, DeadLetterReason reason, Exception failure) {
    counted(reason).increment();
    if (topic.name().equals(where.topic)) {
      LOG.error(
          "{} can't process the dead letter {}: it stays as it is", applicationId, where, failure);
      return List.of();
    }
    LOG.error("{} can't process {}: it goes to {}", applicationId, where, topic.name(), failure);
    Instant now = clock.instant();
    byte[] payload = bytes == null ? NOTHING : bytes;
    DeadLetter letter = letter(where, payload, reason, failure, now);
    byte[] value = serializer.serialize(topic.name(), letter);
    String key = where.roomId == null ? letter.getEndpoint() : where.roomId;
    return List.of(
        new ProducerRecord<>(
            topic.name(),
            null,
            now.toEpochMilli(),
            key.getBytes(UTF_8),
            value,
            headers.of(letter, letter.getDeadLetterId(), now)));
  }

  private Counter counted(DeadLetterReason reason) {
    return meters.counter("liveroom.processor.dead_letters", "reason", reason.name());
  }

  /** The detail names classes and coordinates, never a message's words: those may name a viewer. */
  private DeadLetter letter(
      Coordinates where, byte[] payload, DeadLetterReason reason, Exception failure, Instant now) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String detail = where + " " + failure.getClass().getName() + " " + cause.getClass().getName();
    String endpoint = where.topic == null ? applicationId : where.topic;
    return DeadLetter.newBuilder()
        .setDeadLetterId(endpoint + ":" + where + ":" + digest(payload))
        .setRoomId(where.roomId)
        .setEndpoint(endpoint)
        .setStage(Observed.PROCESSORS_OWN)
        .setReason(reason)
        .setDetail(detail)
        .setReceivedAt(now)
        .setCollectorId(applicationId)
        .setPayload(ByteBuffer.wrap(payload))
        .setPayloadSize(payload.length)
        .build();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
