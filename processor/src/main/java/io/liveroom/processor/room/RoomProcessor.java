package io.liveroom.processor.room;

import io.liveroom.schemas.EventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One task of a derived topic: drops duplicates, hands facts to the fold of their room, and
 * publishes drafts by wall clock and finals as soon as they are due.
 *
 * <p>What is due is told by the stream time of the partition. A partition in which nothing new has
 * come for the grace time is silent: then its time goes on with the wall clock, from where it was.
 * So a silent room gets its final, and a backlog is not closed before it is read. Silence may also
 * be an outage between the rooms and this task, so it closes what is open and nothing that is still
 * to come: facts of windows not yet begun are not late when they arrive after all.
 *
 * @param <S> state of a room
 * @param <O> what is published
 */
final class RoomProcessor<S, O extends SpecificRecord>
    implements Processor<String, SpecificRecord, String, O> {

  private final RoomFold<S, O> fold;
  private final RoomTopology.Names names;
  private final RoomTopology.Times times;
  private final RoomMeters meters;
  private final EventHeaders headers;
  private final Set<String> changed = new HashSet<>();
  private final Deadlines deadlines = new Deadlines();

  // Set by init, which Streams calls before anything else.
  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, O> context;

  @SuppressWarnings("NullAway.Init")
  private RoomStore<S> rooms;

  @SuppressWarnings("NullAway.Init")
  private Sightings sightings;

  private final List<Cancellable> schedules = new ArrayList<>();
  private long streamTime = Long.MIN_VALUE;
  private long lastNews; // wall clock, milliseconds

  RoomProcessor(
      RoomFold<S, O> fold,
      RoomTopology.Names names,
      RoomTopology.Times times,
      RoomMeters meters,
      EventHeaders headers) {
    this.fold = fold;
    this.names = names;
    this.times = times;
    this.meters = meters;
    this.headers = headers;
  }

  @Override
  public void init(ProcessorContext<String, O> task) {
    context = task;
    rooms = task.getStateStore(names.rooms());
    sightings =
        times.hasDuplicates()
            ? new Sightings(task.getStateStore(names.sightings()), times.duplicates())
            : Sightings.NONE;
    lastNews = task.currentSystemTimeMs();
    forget();
    rooms.forEach(this::resume);
    schedule(times.publish(), this::publish);
    schedule(times.sweep(), now -> sightings.sweep());
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    String roomId = record.key();
    if (roomId == null || record.value() == null || !Observed.isOfARoom(record.value())) {
      meters.ignored();
      if (roomId != null && record.value() == null) {
        drop(roomId);
      }
      return;
    }
    boolean advanced = advance();
    Observed fact = Observed.of(record.value());
    boolean repeated = sightings.isRepeated(roomId, fact.eventId(), fact.receivedAt());
    if (advanced || (fact.isObserved() && !repeated)) {
      lastNews = context.currentSystemTimeMs();
    }
    if (repeated) {
      repeat(roomId, fact);
    } else {
      apply(roomId, fact);
    }
    deadlines.forEachDue(streamTime, (due, deadline) -> close(due, streamTime));
  }

  /** A task that is closed may be initialised again; Streams would keep its old schedules too. */
  @Override
  public void close() {
    schedules.forEach(Cancellable::cancel);
    schedules.clear();
  }

  /** Streams initialises a corrupted task again: what it knew may never have been committed. */
  private void forget() {
    streamTime = Long.MIN_VALUE;
    changed.clear();
    deadlines.clear();
  }

  private void drop(String roomId) {
    S room = rooms.get(roomId);
    if (room != null) {
      fold.dropped(room, streamTime);
      changed.add(roomId);
      keep(roomId, room);
    }
  }

  private void apply(String roomId, Observed fact) {
    S known = rooms.get(roomId);
    S room = known == null ? fold.open(roomId) : known;
    forward(roomId, fold.close(room, streamTime));
    fold.apply(room, fact, streamTime);
    meters.accepted();
    changed.add(roomId);
    keep(roomId, room);
  }

  private void repeat(String roomId, Observed fact) {
    meters.duplicate();
    S room = rooms.get(roomId);
    if (room != null) {
      fold.duplicate(room, fact);
      keep(roomId, room);
    }
  }

  private void close(String roomId, long now) {
    S room = rooms.get(roomId);
    if (room == null) {
      return;
    }
    forward(roomId, fold.close(room, now));
    if (fold.isSpent(room, now)) {
      rooms.remove(roomId);
      changed.remove(roomId);
    } else {
      keep(roomId, room);
    }
  }

  private void publish(long wallClock) {
    advance();
    Duration silence = Duration.ofMillis(wallClock - lastNews);
    if (silence.compareTo(times.silence()) >= 0 && streamTime != Long.MIN_VALUE) {
      long now = streamTime + silence.toMillis();
      deadlines.forEachDue(now, this::close);
    }
    changed.forEach(this::publishDrafts);
    changed.clear();
  }

  private void publishDrafts(String roomId) {
    S room = rooms.get(roomId);
    if (room != null) {
      List<Derived<O>> drafts = fold.drafts(room);
      if (!drafts.isEmpty()) {
        forward(roomId, drafts);
        keep(roomId, room);
      }
    }
  }

  private void keep(String roomId, S room) {
    rooms.put(roomId, room);
    deadlines.set(roomId, fold.deadline(room));
  }

  private void resume(String roomId, S room) {
    streamTime = Math.max(streamTime, fold.time(room));
    deadlines.set(roomId, fold.deadline(room));
    changed.add(roomId); // may have been changed since it was last published
  }

  /** Brings the stream time up to date, and says whether it has moved. */
  private boolean advance() {
    long before = streamTime;
    streamTime = Math.max(streamTime, context.currentStreamTimeMs());
    return streamTime > before;
  }

  private void forward(String roomId, List<Derived<O>> outputs) {
    for (Derived<O> output : outputs) {
      meters.published();
      context.forward(
          new Record<>(
              roomId,
              output.value(),
              output.time().toEpochMilli(),
              headers.of(output.value(), output.id(), output.time())));
    }
  }

  private void schedule(Duration interval, WallClockTask task) {
    schedules.add(context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, task::run));
  }

  @FunctionalInterface
  private interface WallClockTask {
    void run(long wallClock);
  }
}
