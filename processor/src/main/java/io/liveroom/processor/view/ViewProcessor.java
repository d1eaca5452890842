package io.liveroom.processor.view;

import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.AudienceRanking;
import io.liveroom.observed.CollectionGap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the facts of one partition, in its store and on the board. One thread. */
final class ViewProcessor implements Processor<String, Received, Void, Void> {

  private static final Duration SWEEP = Duration.ofMinutes(5);

  private final RoomBoard board;
  private final Deserializer<SpecificRecord> deserializer;
  private final Duration keep;
  private final InstantSource clock;

  @SuppressWarnings("NullAway.Init") // by init
  private FactStore store;

  @SuppressWarnings("NullAway.Init") // by init
  private RoomBoard.Part rooms;

  private int partition;

  /**
   * @param keep how long history is kept, and a room that nothing is heard of
   */
  ViewProcessor(
      RoomBoard board,
      Deserializer<SpecificRecord> deserializer,
      Duration keep,
      InstantSource clock) {
    this.board = board;
    this.deserializer = deserializer;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = new FactStore(context.getStateStore(ViewTopology.STORE), deserializer);
    partition = context.taskId().partition();
    Instant now = now();
    rooms =
        board.open(partition, store.facts().rooms().stream().map(room -> room.at(now)).toList());
    context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, time -> sweep());
  }

  @Override
  public void process(Record<String, Received> received) {
    Received value = received.value();
    Instant now = now();
    if (value == null) {
      unwatch(received.key(), now);
    } else if (!isTooOld(value.fact(), now)) {
      take(value.fact(), value.bytes(), now);
    }
  }

  private void take(SpecificRecord fact, byte[] bytes, Instant now) {
    if (fact instanceof RoomSession session) {
      store.put(Kind.SESSION, session.getRoomId(), bytes, now);
      show(known(session.getRoomId(), now).with(session, now));
      rooms.tell(Changes.of(session, now));
    } else if (fact instanceof RoomMinute minute) {
      store.put(Kind.MINUTE, minute.getRoomId(), minute.getWindowStart(), "", bytes, now);
      show(known(minute.getRoomId(), now).with(minute, now));
      rooms.tell(Changes.of(minute, now));
    } else if (fact instanceof Alert alert) {
      store.put(alert, bytes, now);
      show(known(alert.getRoomId(), now).with(alert, now));
      rooms.tell(Changes.of(alert, now));
    } else if (fact instanceof PromotionChange change) {
      store.put(change, bytes, now);
      known(change.getRoomId(), now);
      rooms.tell(Changes.of(change, now));
    } else if (fact instanceof CollectionGap gap) {
      store.put(Kind.GAP, gap.getRoomId(), gap.getGapFrom(), gap.getEventId(), bytes, now);
      known(gap.getRoomId(), now);
      rooms.tell(Changes.of(gap, now));
    } else if (fact instanceof AudienceRanking ranking) {
      store.put(Kind.AUDIENCE, ranking.getRoomId(), bytes, now);
      known(ranking.getRoomId(), now);
    } else if (fact instanceof WatchedRoom watched) {
      store.put(Kind.WATCHED, watched.getRoomId(), bytes, now);
      show(known(watched.getRoomId(), now).watched(watched.getLabels(), now));
    }
  }

  /** The room as it was; one that is new is known from now on. */
  private RoomView known(String roomId, Instant now) {
    RoomView room = rooms.room(roomId);
    if (room == null) {
      store.know(roomId, now);
      room = RoomView.unknown(roomId, now);
      show(room);
    }
    return room;
  }

  private void show(RoomView room) {
    rooms.put(room);
  }

  private void unwatch(String roomId, Instant now) {
    store.remove(Kind.WATCHED, roomId);
    RoomView room = rooms.room(roomId);
    if (room != null) {
      show(room.unwatched(now));
    }
  }

  /** What would be swept away at once: a topic is read from its beginning by a new instance. */
  private boolean isTooOld(SpecificRecord fact, Instant now) {
    Instant time = time(fact);
    return time != null && time.isBefore(now.minus(keep));
  }

  private static @Nullable Instant time(SpecificRecord fact) {
    if (fact instanceof RoomSession session) {
      return session.getLastEventAt();
    } else if (fact instanceof RoomMinute minute) {
      return minute.getWindowEnd();
    } else if (fact instanceof Alert alert) {
      return alert.getResolvedAt();
    } else if (fact instanceof PromotionChange change) {
      return change.getChangedAt();
    } else if (fact instanceof CollectionGap gap) {
      return gap.getGapTo();
    } else if (fact instanceof AudienceRanking ranking) {
      return ranking.getEventTime();
    }
    return null;
  }

  /** Forgets what is older than what is kept. */
  private void sweep() {
    Instant before = now().minus(keep);
    List<RoomView> all = new ArrayList<>(rooms.rooms());
    for (RoomView room : all) {
      if (!room.isWatched() && room.lastAt().isBefore(before)) {
        store.forget(room.roomId());
        rooms.remove(room.roomId());
      } else {
        store.forgetBefore(room.roomId(), before);
      }
    }
    store.forgetAlertsBefore(before);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    board.close(partition, rooms);
  }
}
