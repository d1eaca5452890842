package io.liveroom.simulator.server;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: one queue for all rooms that somebody listens to. Safe for several threads. */
final class Pulse {
  private record Turn(Instant at, LiveRoom room) {}

  private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));
  private final Set<LiveRoom> waiting = new HashSet<>();

  /** From now on the room is pushed whenever something happens in it. */
  synchronized void watch(LiveRoom room) {
    Instant next = room.nextAt();
    if (next != null && waiting.add(room)) {
      turns.add(new Turn(next, room));
    }
  }

  /** Pushes every room in which something has happened by now. */
  void beat(Instant now) {
    LiveRoom room = due(now);
    while (room != null) {
      room.push(now);
      watch(room);
      room = due(now);
    }
  }

  private synchronized @Nullable LiveRoom due(Instant now) {
    Turn next = turns.peek();
    if (next == null || next.at().isAfter(now)) {
      return null;
    }
    turns.remove();
    waiting.remove(next.room());
    return next.room();
  }
}
