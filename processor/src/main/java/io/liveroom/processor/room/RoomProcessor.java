package io.liveroom.processor.room;

import io.liveroom.schemas.EventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One task of a derived topic: hands facts to the fold of their room, and publishes drafts by wall
 * clock and finals as soon as they are due. What it publishes it commits, so that others see it.
 *
 * <p>Facts that arrived long ago are read to catch up. Then drafts are few and transactions long:
 * nobody waits for a figure of the past to be the latest, and each costs as much as a live one.
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
    implements Processor<String, Seen, String, O> {

  /** A fact that arrived longer ago is of the past, by whichever clocks. */
  private static final long LONG_AGO = Duration.ofSeconds(10).toMillis();

  private final RoomFold<S, O> fold;
  private final Set<Class<?>> kinds;
  private final String storeName;
  private final RoomTopology.Times times;
  private final Duration silence;
  private final RoomMeters meters;
  private final EventHeaders headers;
  private final Set<String> changed = new HashSet<>();
  private final Deadlines deadlines = new Deadlines();

  // Set by init, which Streams calls before anything else.
  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, O> context;

  @SuppressWarnings("NullAway.Init")
  private RoomStore<S> rooms;

  private @Nullable Cancellable schedule;
  private long streamTime = Long.MIN_VALUE;
  private long lastNews; // wall clock, milliseconds, as all that follows
  private long lastPublished;
  private long latestArrival = Long.MIN_VALUE; // since it was last published
  private long newestObserved = Long.MIN_VALUE; // of these, what a collector saw
  private boolean isUncommitted;

  /**
   * @param kinds of facts that it takes
   * @param storeName of the rooms' states
   * @param silence after which the time goes on with the wall clock
   */
  RoomProcessor(
      RoomFold<S, O> fold,
      Set<Class<?>> kinds,
      String storeName,
      RoomTopology.Times times,
      Duration silence,
      RoomMeters meters,
      EventHeaders headers) {
    this.fold = fold;
    this.kinds = kinds;
    this.storeName = storeName;
    this.times = times;
    this.silence = silence;
    this.meters = meters;
    this.headers = headers;
  }

  @Override
  public void init(ProcessorContext<String, O> task) {
    context = task;
    rooms = task.getStateStore(storeName);
    lastNews = task.currentSystemTimeMs();
    forget();
    rooms.forEach(this::resume);
    schedule =
        task.schedule(
            Instant.EPOCH, times.publish(), PunctuationType.WALL_CLOCK_TIME, this::publish);
  }

  @Override
  public void process(Record<String, Seen> record) {
    String roomId = record.key();
    Observed fact = record.value().fact();
    boolean isRepeated = record.value().isRepeated();
    boolean hasAdvanced = advance();
    if (fact == null) {
      drop(roomId);
      return;
    }
    if (hasAdvanced || (fact.isObserved() && !isRepeated)) {
      lastNews = context.currentSystemTimeMs();
    }
    latestArrival = Math.max(latestArrival, fact.receivedAt().toEpochMilli());
    if (fact.isObserved()) {
      newestObserved = Math.max(newestObserved, fact.receivedAt().toEpochMilli());
    }
    if (kinds.contains(fact.fact().getClass())) {
      take(roomId, fact, isRepeated);
    }
    deadlines.forEachDue(streamTime, (due, deadline) -> close(due, streamTime));
  }

  private void take(String roomId, Observed fact, boolean isRepeated) {
    if (isRepeated) {
      repeat(roomId, fact);
    } else {
      apply(roomId, fact);
    }
  }

  /** A task that is closed may be initialised again; Streams would keep its old schedules too. */
  @Override
  public void close() {
    if (schedule != null) {
      schedule.cancel();
    }
  }

  /** Streams initialises a corrupted task again: what it knew may never have been committed. */
  private void forget() {
    streamTime = Long.MIN_VALUE;
    latestArrival = Long.MIN_VALUE;
    newestObserved = Long.MIN_VALUE;
    isUncommitted = false;
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
    keep(roomId, room, fact.growth());
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
    long silent = wallClock - lastNews;
    if (silent >= silence.toMillis() && streamTime != Long.MIN_VALUE) {
      deadlines.forEachDue(streamTime + silent, this::close);
    }
    if (isCatchingUp(wallClock) && wallClock - lastPublished < times.behind().toMillis()) {
      return;
    }
    lastPublished = wallClock;
    latestArrival = Long.MIN_VALUE;
    tellDelay(wallClock);
    changed.forEach(this::publishDrafts);
    changed.clear();
    if (isUncommitted) {
      isUncommitted = false;
      context.commit();
    }
  }

  private void tellDelay(long wallClock) {
    if (newestObserved != Long.MIN_VALUE) {
      meters.delayed(Duration.ofMillis(Math.max(0, wallClock - newestObserved)));
      newestObserved = Long.MIN_VALUE;
    }
  }

  private boolean isCatchingUp(long wallClock) {
    return latestArrival != Long.MIN_VALUE && wallClock - latestArrival > LONG_AGO;
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
    keep(roomId, room, 0);
  }

  private void keep(String roomId, S room, int growth) {
    rooms.put(roomId, room, growth);
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
      isUncommitted = true;
      meters.published();
      context.forward(
          new Record<>(
              roomId,
              output.value(),
              output.time().toEpochMilli(),
              headers.of(output.value(), output.id(), output.time())));
    }
  }
}
