package io.liveroom.processor.minute;

import io.liveroom.common.RoomState;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.CounterWindows;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.GiftMessage;
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

  /** Windows without facts told at once, a day of minutes: older ones only the gaps tell of. */
  private static final int MOST_EMPTY = 1440;

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
    if (fact.fact() instanceof CollectionGap gap) {
      applyGap(room, gap);
    } else if (fact.fact() instanceof DeadLetter) {
      applyDeadLetter(room, windowStart(fact.time()));
    } else {
      applySeen(room, fact);
    }
  }

  /** A gap changes the windows it lies in; none is opened for it, as an end may follow. */
  private void applyGap(MinuteRoom room, CollectionGap gap) {
    room.troubles.gap(gap);
    long first = windowStart(gap.getGapFrom().toEpochMilli());
    long last = windowStart(gap.getGapTo().toEpochMilli());
    room.windows
        .subMap(first, true, Math.max(first, last), true)
        .values()
        .forEach(window -> window.isChanged = true);
  }

  private void applyDeadLetter(MinuteRoom room, long start) {
    room.troubles.unreadable(start);
    if (!isClosed(room, start)) {
      window(room, start).isChanged = true;
    }
  }

  private void applySeen(MinuteRoom room, Observed fact) {
    if (fact.fact() instanceof RoomSnapshot snapshot) {
      room.troubles.snapshot(fact, snapshot);
      if (snapshot.getState() == RoomState.ENDED) {
        return; // after the end nothing is overwritten
      }
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
    GiftMessage gift = GiftMessage.of(chat);
    if (gift != null) {
      room.add(window, gift);
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
    long forgotten = now - LATE_MEMORY.toMillis() - grace - size;
    room.closed.headMap(forgotten, true).clear();
    long before = Math.floorDiv(now - grace, size) * size;
    if (before <= room.closedBefore) {
      return List.of();
    }
    List<RoomMinute> finals = finals(room, before);
    for (RoomMinute minute : finals) {
      long start = minute.getWindowStart().toEpochMilli();
      if (start > forgotten) {
        room.closed.put(start, new ClosedMinute(minute, 0));
      }
    }
    room.settle(before, settings);
    return finals.stream().map(MinuteFold::derived).toList();
  }

  private List<RoomMinute> finals(MinuteRoom room, long before) {
    Map<Long, MinuteWindow> due = room.windows.headMap(before, false);
    if (due.isEmpty()) {
      return List.of();
    }
    List<RoomMinute> finals = new ArrayList<>();
    due.forEach(
        (start, window) -> {
          if (isTold(room, start, window)) {
            addEmpty(room, start, finals);
            finals.add(records.of(room, start, true));
            room.told = start + size;
          }
        });
    return finals;
  }

  /** A payload that nobody could read is something that happened, in a room that is watched. */
  private static boolean isTold(MinuteRoom room, long start, MinuteWindow window) {
    return window.isObserved
        || window.revision > 0
        || (room.troubles.isUnreadable(start) && room.isWatched());
  }

  /** Windows between two in which something was seen are told too: a curve has no holes. */
  private void addEmpty(MinuteRoom room, long end, List<RoomMinute> finals) {
    if (room.told == Long.MIN_VALUE) {
      return;
    }
    for (long start = Math.max(room.told, end - MOST_EMPTY * size); start < end; start += size) {
      finals.add(records.empty(room, start));
    }
  }

  @Override
  public List<Derived<RoomMinute>> drafts(MinuteRoom room) {
    List<Derived<RoomMinute>> drafts = new ArrayList<>();
    room.windows.forEach(
        (start, window) -> {
          if (window.isChanged && isTold(room, start, window)) {
            window.isChanged = false;
            drafts.add(derived(records.of(room, start, false)));
          }
        });
    room.closed.replaceAll(
        (start, minute) -> {
          Troubles.Quality quality = room.troubles.of(start, start + size);
          if (!minute.isChanged(quality)) {
            return minute;
          }
          ClosedMinute revised = minute.revised(quality);
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
