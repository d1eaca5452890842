package io.liveroom.processor.room;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The beginning of a task: tells what had been seen, and leaves out what is of no room. */
final class Sieve implements Processor<String, SpecificRecord, String, Seen> {

  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final Optional<String> storeName;

  // Set by init, which Streams calls before anything else.
  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Seen> context;

  private @Nullable Sightings sightings; // null where the inputs have no duplicates
  private @Nullable Cancellable sweeps;

  /**
   * @param storeName of the sightings; empty where the inputs have no duplicates
   */
  Sieve(Optional<String> storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<String, Seen> task) {
    context = task;
    if (storeName.isPresent()) {
      Sightings known = task.getStateStore(storeName.get());
      known.load();
      sightings = known;
      sweeps = task.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> known.sweep());
    }
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.key() == null) {
      return;
    }
    if (record.value() == null) {
      context.forward(record.withValue(Seen.NOTHING));
    } else if (Observed.isOfARoom(record.value())) {
      Observed fact = Observed.of(record.value());
      context.forward(record.withValue(new Seen(fact, isRepeated(record.key(), fact))));
    }
  }

  private boolean isRepeated(String roomId, Observed fact) {
    return sightings != null && sightings.isRepeated(roomId, fact.eventId(), fact.receivedAt());
  }

  /** A task that is closed may be initialised again; Streams would keep its old schedules too. */
  @Override
  public void close() {
    if (sweeps != null) {
      sweeps.cancel();
    }
  }
}
