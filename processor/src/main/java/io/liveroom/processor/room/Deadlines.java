package io.liveroom.processor.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** When each room of a task next has something to close. */
final class Deadlines {

  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private final Map<String, Long> byRoom = new HashMap<>();

  /** Sets a room's deadline, in place of the one before. */
  void set(String roomId, long time) {
    Long before = byRoom.put(roomId, time);
    if (time != RoomFold.NEVER && (before == null || before != time)) {
      queue.add(new Due(time, roomId));
    }
  }

  void clear() {
    queue.clear();
    byRoom.clear();
  }

  /** Hands over each room whose deadline has come, with it; the receiver sets its next one. */
  void forEachDue(long now, BiConsumer<String, Long> rooms) {
    if (queue.isEmpty() || queue.peek().time > now) {
      return;
    }
    List<Due> due = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().time <= now) {
      Due next = queue.remove();
      if (byRoom.remove(next.roomId, next.time)) {
        due.add(next);
      }
    }
    due.forEach(next -> rooms.accept(next.roomId, next.time));
  }

  private record Due(long time, String roomId) implements Comparable<Due> {

    @Override
    public int compareTo(Due other) {
      return Long.compare(time, other.time);
    }
  }
}
