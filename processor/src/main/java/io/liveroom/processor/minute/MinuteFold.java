package io.liveroom.processor.minute;

import io.liveroom.common.RoomState;
import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.ChatTally;
import io.liveroom.processor.figures.CounterWindows;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.GiftTally;
import io.liveroom.processor.figures.Shelf;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.RoomFold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of room-minute. A fact belongs to the window that holds its event time, if that is
 * still open; else it is only counted as late.
 */
final class MinuteFold implements RoomFold<MinuteRoom, RoomMinute> {

  /** How long a final can still be revised by saying how much came too late. */
  private static final Duration LATE_MEMORY = Duration.ofMinutes(15);

  /** How long a quiet room's counters are kept, so that growth goes on where it was. */
  private static final Duration ROOM_MEMORY = Duration.ofDays(1);

  private final FigureSettings settings;
  private final MinuteRecord records;
  private final long size;
  private final long grace;

  MinuteFold(FigureSettings settings) {
    this.settings = settings;
    records = new MinuteRecord(settings);
    size = settings.window().toMillis();
    grace = settings.grace().toMillis();
  }

  @Override
  public MinuteRoom open(String roomId) {
    return new MinuteRoom(roomId, size);
  }

  @Override
  public void apply(MinuteRoom room, Observed fact, long now) {
    room.time = Math.max(room.time, now);
    boolean counts =
        !(fact.fact() instanceof RoomSnapshot snapshot && snapshot.getState() == RoomState.ENDED);
    if (!counts) {
      return; // after the end nothing is overwritten
    }
    long start = windowStart(fact.time());
    if (isClosed(room, start)) {
      room.closed.computeIfPresent(start, (at, minute) -> minute.withLateEvent());
      return;
    }
    MinuteWindow window = window(room, start);
    window.isObserved = true;
    window.isChanged = true;
    if (fact.fact() instanceof ChatEvent chat) {
      applyChat(room, window, chat, fact.time());
    } else if (fact.fact() instanceof RoomSnapshot snapshot) {
      applySnapshot(room, window, snapshot, fact.time());
    } else if (fact.fact() instanceof PromotionList list) {
      window.shelf.offer(fact.time(), fact.eventId(), Shelf.of(list));
    }
  }

  private static void applyChat(MinuteRoom room, MinuteWindow window, ChatEvent chat, long time) {
    window.tally.add(chat);
    window.lastSeen.message(chat);
    if (ChatTally.isComboTick(chat)) {
      room.combos.add(ChatTally.comboKey(chat), ChatTally.comboTick(chat));
    }
    addIfKnown(room.likes, time, chat.getLikeTotal());
    Long online = chat.getOnlineCount();
    if (chat.getKind() == ChatKind.ONLINE && online != null && !chat.getOnlineIsLowerBound()) {
      room.online.add(time, online);
    }
  }

  private static void applySnapshot(
      MinuteRoom room, MinuteWindow window, RoomSnapshot snapshot, long time) {
    window.lastSeen.snapshot(time);
    addIfKnown(room.viewers, time, snapshot.getTotalViewers());
    addIfKnown(room.follows, time, snapshot.getFollowCount());
    addIfKnown(room.giftUsers, time, snapshot.getGiftUvCount());
    addIfKnown(room.fanTicket, time, snapshot.getFanTicket());
    addIfKnown(room.likes, time, snapshot.getLikeCount());
    if (snapshot.getState() == RoomState.LIVE && snapshot.getOnlineCount() != null) {
      room.online.add(time, snapshot.getOnlineCount());
    }
  }

  @Override
  public void duplicate(MinuteRoom room, Observed fact) {
    long start = windowStart(fact.time());
    if (!isClosed(room, start)) {
      window(room, start).duplicates++;
    }
  }

  @Override
  public List<Derived<RoomMinute>> close(MinuteRoom room, long now) {
    room.closed.headMap(now - LATE_MEMORY.toMillis() - grace - size, true).clear();
    long before = Math.floorDiv(now - grace, size) * size;
    if (before <= room.closedBefore) {
      return List.of();
    }
    List<Derived<RoomMinute>> finals = new ArrayList<>();
    Map<Long, MinuteWindow> due = room.windows.headMap(before, false);
    if (!due.isEmpty()) {
      Map<Long, GiftTally> gifts = room.gifts(size);
      due.forEach(
          (start, window) -> {
            if (window.isObserved) {
              RoomMinute minute = records.of(room, start, gifts, true);
              room.closed.put(start, new ClosedMinute(minute, 0));
              finals.add(derived(minute));
            }
          });
    }
    room.settle(before, settings);
    return finals;
  }

  @Override
  public List<Derived<RoomMinute>> drafts(MinuteRoom room) {
    List<Derived<RoomMinute>> drafts = new ArrayList<>();
    Map<Long, GiftTally> gifts = room.gifts(size);
    room.windows.forEach(
        (start, window) -> {
          if (window.isChanged) {
            window.isChanged = false;
            drafts.add(derived(records.of(room, start, gifts, false)));
          }
        });
    room.closed.replaceAll(
        (start, minute) -> {
          if (!minute.isChanged()) {
            return minute;
          }
          ClosedMinute revised = minute.revised();
          drafts.add(derived(revised.published()));
          return revised;
        });
    return drafts;
  }

  @Override
  public long deadline(MinuteRoom room) {
    if (room.windows.isEmpty() && room.closed.isEmpty()) {
      return room.time + ROOM_MEMORY.toMillis();
    }
    long open = room.windows.isEmpty() ? NEVER : room.windows.firstKey() + size + grace;
    long kept =
        room.closed.isEmpty()
            ? NEVER
            : room.closed.firstKey() + size + grace + LATE_MEMORY.toMillis();
    return Math.min(open, kept);
  }

  @Override
  public boolean isSpent(MinuteRoom room, long now) {
    return room.windows.isEmpty()
        && room.closed.isEmpty()
        && room.time + ROOM_MEMORY.toMillis() <= now;
  }

  @Override
  public long time(MinuteRoom room) {
    return room.time;
  }

  @Override
  public void write(MinuteRoom room, StateWriter out) {
    room.write(out);
  }

  @Override
  public MinuteRoom read(StateReader in) {
    return MinuteRoom.read(in, settings);
  }

  private long windowStart(long time) {
    return Math.floorDiv(time, size) * size;
  }

  private boolean isClosed(MinuteRoom room, long start) {
    return start + size <= room.closedBefore;
  }

  private MinuteWindow window(MinuteRoom room, long start) {
    return room.windows.computeIfAbsent(
        start, absent -> new MinuteWindow(settings.exactDistinct()));
  }

  private static void addIfKnown(CounterWindows counter, long time, @Nullable Long value) {
    if (value != null) {
      counter.add(time, value);
    }
  }

  private static Derived<RoomMinute> derived(RoomMinute minute) {
    String id =
        minute.getRoomId()
            + ':'
            + minute.getWindowStart().toEpochMilli()
            + ':'
            + minute.getRevision();
    return new Derived<>(minute, id, minute.getWindowStart());
  }
}
