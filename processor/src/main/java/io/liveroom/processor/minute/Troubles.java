package io.liveroom.processor.minute;

import io.liveroom.common.RoomState;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.Gaps;
import io.liveroom.processor.figures.Latest;
import io.liveroom.processor.room.Observed;
import java.time.Instant;
import java.util.TreeMap;

/**
 * What was not seen of a room and what could not be read, by time: in open windows, in those that
 * are closed but remembered, and in those in which nothing else happened.
 */
final class Troubles {

  private static final Quality NONE = new Quality(0, 0, 0);
  private static final long NOT_ENDED = Long.MAX_VALUE;

  private Gaps gaps = new Gaps();
  private Latest<Long> end = new Latest<>(); // of the broadcast, milliseconds; NOT_ENDED while live
  private final TreeMap<Long, Long> unreadable = new TreeMap<>(); // payloads, by window start

  /**
   * What is told of a window.
   *
   * @param gapSeconds not seen
   * @param reconnects connections that took the place of a lost one
   * @param undecodable payloads that could not be read
   */
  record Quality(long gapSeconds, long reconnects, long undecodable) {}

  void gap(CollectionGap gap) {
    gaps.add(gap);
  }

  void unreadable(long windowStart) {
    unreadable.merge(windowStart, 1L, Long::sum);
  }

  boolean isUnreadable(long windowStart) {
    return unreadable.containsKey(windowStart);
  }

  /** After its end there is nothing in a room that could be missed. */
  void snapshot(Observed fact, RoomSnapshot snapshot) {
    if (snapshot.getState() == RoomState.ENDED) {
      Instant finish = snapshot.getFinishTime();
      end.offer(fact.time(), fact.eventId(), finish == null ? fact.time() : finish.toEpochMilli());
    } else {
      end.offer(fact.time(), fact.eventId(), NOT_ENDED);
    }
  }

  boolean hasEnded() {
    Long ended = end.value();
    return ended != null && ended != NOT_ENDED;
  }

  Quality of(long windowStart, long windowEnd) {
    if (gaps.isEmpty() && unreadable.isEmpty()) {
      return NONE;
    }
    Long ended = end.value();
    long until = ended == null ? windowEnd : Math.min(ended, windowEnd);
    return new Quality(
        gaps.seconds(windowStart, until),
        gaps.reconnects(windowStart, until),
        unreadable.getOrDefault(windowStart, 0L));
  }

  void forgetBefore(long time) {
    gaps.forgetBefore(time);
    unreadable.headMap(time, false).clear();
  }

  void write(StateWriter out) {
    gaps.write(out);
    end.write(out, StateWriter::number);
    out.each(unreadable.entrySet(), each -> out.number(each.getKey()).number(each.getValue()));
  }

  static Troubles read(StateReader in) {
    Troubles troubles = new Troubles();
    troubles.gaps = Gaps.read(in);
    troubles.end = Latest.read(in, StateReader::number);
    for (int left = in.count(); left > 0; left--) {
      troubles.unreadable.put(in.number(), in.number());
    }
    return troubles;
  }
}
