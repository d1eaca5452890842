package io.liveroom.processor.runtime;

import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.processor.runtime.DeadLetters.Coordinates;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Sends what can't be deserialised to the dead letters; lets the thread fail and retry where the
 * registry is away. Made by Streams, from its settings.
 */
public final class UnreadableRecords implements DeserializationExceptionHandler {

  @SuppressWarnings("NullAway.Init") // by configure
  private DeadLetters deadLetters;

  @Override
  public void configure(Map<String, ?> settings) {
    deadLetters = StreamsSettings.deadLetters(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    if (Outages.isOutage(failure)) {
      return Response.fail();
    }
    Coordinates where =
        new Coordinates(
            record.topic(), record.partition(), record.offset(), Coordinates.text(record.key()));
    return Response.resume(
        deadLetters.of(where, record.value(), DeadLetterReason.WRONG_SHAPE, failure));
  }
}
