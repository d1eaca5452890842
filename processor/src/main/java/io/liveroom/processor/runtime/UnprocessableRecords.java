package io.liveroom.processor.runtime;

import io.liveroom.deadletter.DeadLetterReason;
import io.liveroom.processor.runtime.DeadLetters.Coordinates;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends the source record of a failure to the dead letters, and goes on with the next. Made by
 * Streams, from its settings.
 */
public final class UnprocessableRecords implements ProcessingExceptionHandler {

  @SuppressWarnings("NullAway.Init") // by configure
  private DeadLetters deadLetters;

  @Override
  public void configure(Map<String, ?> settings) {
    deadLetters = StreamsSettings.deadLetters(settings);
  }

  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    return Response.resume(
        deadLetters.of(
            Coordinates.of(context),
            context.sourceRawValue(),
            DeadLetterReason.PROCESSING_FAILED,
            failure));
  }
}
