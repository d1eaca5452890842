package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of one derived topic over the facts of one room. Knows no Kafka. Times are
 * milliseconds of event time; {@code now} is the stream time of the room's partition, carried on by
 * the wall clock while the partition is silent.
 *
 * @param <S> state of a room, owned by the fold
 * @param <O> what is published
 */
public interface RoomFold<S, O> {

  /** A deadline that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** The state of a room of which nothing is known. */
  S open(String roomId);

  /** Takes a fact that was not seen before. */
  void apply(S room, Observed fact, long now);

  /** Takes note of a fact that had been seen. */
  void duplicate(S room, Observed fact);

  /** Takes note that an input holds the room no more: it was taken off the watchlist. */
  default void dropped(S room, long now) {}

  /** Closes what is due by now, and tells the finals. */
  List<Derived<O>> close(S room, long now);

  /** What has changed since it was last published. */
  List<Derived<O>> drafts(S room);

  /** When {@link #close} will next have something to do. */
  long deadline(S room);

  /** Whether the room can be forgotten. */
  boolean isSpent(S room, long now);

  /** Latest time this room has been brought to; lets a restarted task know where it was. */
  long time(S room);

  /** The part of a room's state that has a record of its own; null where there is none. */
  default @Nullable Annex<?> annex(S room) {
    return null;
  }

  /** Writes the state, without its annex. */
  void write(S room, StateWriter out);

  S read(StateReader in);
}
