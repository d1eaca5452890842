package io.liveroom.simulator.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Who was connected when: the sockets of each room, and how often an upgrade was asked for, second
 * by second. Bounded; what is oldest goes first. Safe for several threads.
 */
final class SocketLog {
  private static final Duration MEMORY = Duration.ofHours(2);
  private static final int REMEMBERED = 100; // sockets of one room

  private final Map<String, Deque<Span>> rooms = new TreeMap<>(); // guarded by this
  private final TreeMap<Long, Second> seconds = new TreeMap<>(); // guarded by this
  private final LongAdder messages = new LongAdder();
  private long opened; // guarded by this
  private long closed; // guarded by this

  /** One socket's life; without an end while it is open. */
  static final class Span {
    private final Instant from;
    private @Nullable Instant to;

    private Span(Instant from) {
      this.from = from;
    }
  }

  /** One socket as the page tells it, times in milliseconds; {@code to} is 0 while it is open. */
  record Shown(long from, long to) {}

  /** One room as the page tells it. */
  record Room(String roomId, List<Shown> sockets) {}

  /**
   * What was asked for in one second.
   *
   * @param at Unix seconds
   * @param upgrades sockets asked for, granted or not
   * @param requests everything asked for, sockets included
   */
  record Second(long at, int upgrades, int requests) {}

  /**
   * The page.
   *
   * @param open sockets that are open
   * @param messages sent on sockets, repeats included
   */
  record Page(
      long open, long opened, long closed, long messages, List<Second> seconds, List<Room> rooms) {}

  /** Somebody asks for something; an upgrade or not. */
  synchronized void asked(boolean upgrade, Instant now) {
    seconds.merge(
        now.getEpochSecond(),
        new Second(now.getEpochSecond(), upgrade ? 1 : 0, 1),
        (one, other) ->
            new Second(one.at, one.upgrades + other.upgrades, one.requests + other.requests));
    seconds.headMap(now.minus(MEMORY).getEpochSecond()).clear();
  }

  /** A socket is open; what is answered ends with it. */
  synchronized Span opened(String roomId, Instant now) {
    Deque<Span> sockets = rooms.computeIfAbsent(roomId, id -> new ArrayDeque<>());
    if (sockets.size() >= REMEMBERED) {
      sockets.remove();
    }
    Span span = new Span(now);
    sockets.add(span);
    opened++;
    return span;
  }

  synchronized void closed(Span span, Instant now) {
    if (span.to == null) {
      span.to = now;
      closed++;
    }
  }

  void sent(int count) {
    messages.add(count);
  }

  /**
   * What is known.
   *
   * @param withRooms whether each room's sockets are told too
   */
  synchronized Page page(boolean withRooms) {
    List<Room> shown = new ArrayList<>();
    if (withRooms) {
      rooms.forEach(
          (id, spans) -> shown.add(new Room(id, spans.stream().map(SocketLog::shown).toList())));
    }
    return new Page(
        opened - closed, opened, closed, messages.sum(), List.copyOf(seconds.values()), shown);
  }

  private static Shown shown(Span span) {
    Instant to = span.to;
    return new Shown(span.from.toEpochMilli(), to == null ? 0 : to.toEpochMilli());
  }
}
