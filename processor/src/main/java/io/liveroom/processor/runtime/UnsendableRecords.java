package io.liveroom.processor.runtime;

import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.processor.runtime.DeadLetters.Coordinates;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Sends what the broker finds too large, or what no schema fits, to the dead letters; any other
 * failure ends the thread, whose successor tries again. Made by Streams, from its settings.
 */
public final class UnsendableRecords implements ProductionExceptionHandler {

  @SuppressWarnings("NullAway.Init") // by configure
  private DeadLetters deadLetters;

  @Override
  public void configure(Map<String, ?> settings) {
    deadLetters = StreamsSettings.deadLetters(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
    if (!(failure instanceof RecordTooLargeException)) {
      return Response.fail();
    }
    Coordinates where = new Coordinates(record.topic(), -1, -1, Coordinates.text(record.key()));
    return Response.resume(deadLetters.of(where, null, DeadLetterReason.TOO_LARGE, failure));
  }

  @Override
  @SuppressWarnings("rawtypes") // as Streams declares it
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception failure,
      SerializationExceptionOrigin origin) {
    if (Outages.isOutage(failure)) {
      return Response.fail();
    }
    return Response.resume(
        deadLetters.of(
            Coordinates.of(context),
            context.sourceRawValue(),
            DeadLetterReason.UNSERIALIZABLE,
            failure));
  }
}
