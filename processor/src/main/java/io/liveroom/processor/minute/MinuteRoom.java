package io.liveroom.processor.minute;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.CounterWindows;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.GiftCombos;
import io.liveroom.processor.figures.GiftMessage;
import io.liveroom.processor.figures.GiftTally.Giver;
import io.liveroom.processor.figures.GiftTick;
import io.liveroom.processor.figures.LastSeen;
import io.liveroom.processor.figures.OnlineCurve;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a room's windows are made of: the open windows, the finals still remembered, and what
 * reaches over the edges of windows (counters, the online curve, gift combos). Changed in place by
 * the fold.
 */
final class MinuteRoom {

  private static final int FORMAT = 4;

  final String roomId;
  private final long size; // of a window, milliseconds
  final TreeMap<Long, MinuteWindow> windows = new TreeMap<>(); // open, by start
  final TreeMap<Long, ClosedMinute> closed = new TreeMap<>(); // by start
  final CounterWindows viewers;
  final CounterWindows follows;
  final CounterWindows giftUsers;
  final CounterWindows fanTicket;
  final CounterWindows likes;
  final OnlineCurve online;
  final GiftCombos combos;
  final LastSeen lastSeenBefore; // in windows that are closed
  Troubles troubles = new Troubles();
  long told = Long.MIN_VALUE; // end of the last closed window with facts: what is before is told
  long closedBefore = Long.MIN_VALUE; // windows that end here or earlier are closed
  long time = Long.MIN_VALUE; // stream time at the last fact

  MinuteRoom(String roomId, long size) {
    this.roomId = roomId;
    this.size = size;
    viewers = new CounterWindows(size);
    follows = new CounterWindows(size);
    giftUsers = new CounterWindows(size);
    fanTicket = new CounterWindows(size);
    likes = new CounterWindows(size);
    online = new OnlineCurve();
    combos = new GiftCombos();
    lastSeenBefore = new LastSeen();
  }

  private MinuteRoom(StateReader in, long size) {
    this.size = size;
    roomId = in.text();
    closedBefore = in.number();
    time = in.number();
    viewers = CounterWindows.read(in, size);
    follows = CounterWindows.read(in, size);
    giftUsers = CounterWindows.read(in, size);
    fanTicket = CounterWindows.read(in, size);
    likes = CounterWindows.read(in, size);
    online = OnlineCurve.read(in);
    combos = GiftCombos.read(in);
    lastSeenBefore = LastSeen.read(in);
  }

  /** Counts gifts of a window; a combo's tick may change other windows too. */
  void add(MinuteWindow window, GiftMessage message) {
    if (!message.isComboTick()) {
      window.gifts.add(message.giver(), message.gift(), message.count());
    } else if (!combos.add(message.comboKey(), message.comboTick(), this::addUnsettled)) {
      windows.values().forEach(each -> each.gifts.forgetUnsettled());
      combos.forEach(this::addUnsettled);
    }
  }

  private void addUnsettled(Giver giver, GiftTick tick, long gifts) {
    MinuteWindow window = windows.get(Math.floorDiv(tick.time(), size) * size);
    if (window != null) {
      window.gifts.addUnsettled(giver, tick, gifts);
    }
  }

  /** Whether something was seen of the room, and its end was not. */
  boolean isWatched() {
    return !troubles.hasEnded()
        && (told != Long.MIN_VALUE
            || windows.values().stream().anyMatch(window -> window.isObserved));
  }

  /** Lets go of the windows that end here or earlier, and of what only they needed. */
  void settle(long before, FigureSettings settings) {
    closedBefore = before;
    Map<Long, MinuteWindow> old = windows.headMap(before, false);
    old.values().forEach(window -> lastSeenBefore.include(window.lastSeen));
    old.clear();
    viewers.settle(before);
    follows.settle(before);
    giftUsers.settle(before);
    fanTicket.settle(before);
    likes.settle(before);
    online.forgetBefore(before - settings.onlineMemory().toMillis());
    combos.settle(before, (giver, tick, count) -> {});
    if (told != Long.MIN_VALUE) {
      troubles.forgetBefore(closed.isEmpty() ? told : Math.min(told, closed.firstKey()));
    }
  }

  void write(StateWriter out) {
    out.number(FORMAT).text(roomId).number(closedBefore).number(time);
    viewers.write(out);
    follows.write(out);
    giftUsers.write(out);
    fanTicket.write(out);
    likes.write(out);
    online.write(out);
    combos.write(out);
    lastSeenBefore.write(out);
    out.each(
        windows.entrySet(),
        entry -> {
          out.number(entry.getKey());
          entry.getValue().write(out);
        });
    out.each(closed.values(), minute -> minute.write(out));
    troubles.write(out);
    out.number(told);
  }

  static MinuteRoom read(StateReader in, FigureSettings settings) {
    in.requireFormat("minute", FORMAT);
    MinuteRoom room = new MinuteRoom(in, settings.window().toMillis());
    for (int left = in.count(); left > 0; left--) {
      room.windows.put(in.number(), MinuteWindow.read(in, settings.exactDistinct()));
    }
    room.combos.forEach(room::addUnsettled);
    for (int left = in.count(); left > 0; left--) {
      ClosedMinute minute = ClosedMinute.read(in);
      if (minute != null) {
        room.closed.put(minute.published().getWindowStart().toEpochMilli(), minute);
      }
    }
    room.troubles = Troubles.read(in);
    room.told = in.number();
    return room;
  }
}
