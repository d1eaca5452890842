package io.liveroom.processor.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reader of events. What has not been sent yet is kept as the newest state of each thing, so it
 * grows with the number of rooms and not with time; a reader that takes nothing for long is cut and
 * comes back with the id of what it saw last.
 *
 * <p>Events are offered by any thread; everything else is of one event loop.
 */
final class EventStream {

  private static final Duration STALLED = Duration.ofSeconds(30);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
  private static final int MOST_WAITING = 50_000;
  private static final int AT_A_TIME = 50;

  private final EventQuery query;
  private final Outlet outlet;
  private final boolean isForPeer;
  private final InstantSource clock;
  private final Map<String, Event> waiting = new LinkedHashMap<>(); // guarded by itself
  private final List<EventSource> sources = new ArrayList<>();
  private Instant mark;
  private Instant toldAt;
  private Instant tookAt;
  private boolean isReady;

  EventStream(EventQuery query, Outlet outlet, boolean isForPeer, InstantSource clock) {
    this.query = query;
    this.outlet = outlet;
    this.isForPeer = isForPeer;
    this.clock = clock;
    this.toldAt = clock.instant();
    this.tookAt = toldAt;
    this.mark = query.since().orElse(toldAt);
  }

  EventQuery query() {
    return query;
  }

  boolean isForPeer() {
    return isForPeer;
  }

  void add(EventSource source) {
    sources.add(source);
  }

  List<EventSource> sources() {
    return sources;
  }

  /** Takes the new state of something. */
  void offer(Event event) {
    if (query.wants(event)) {
      synchronized (waiting) {
        waiting.put(event.key(), event);
      }
    }
  }

  /** Takes a state that may be older than what is known. */
  void offerOld(Event event) {
    if (query.wants(event)) {
      synchronized (waiting) {
        waiting.putIfAbsent(event.key(), event);
      }
    }
  }

  /** Sends what the reader takes. Returns false where it should be cut. */
  boolean flush() {
    Instant now = clock.instant();
    if (outlet.isFull()) {
      return Duration.between(tookAt, now).compareTo(STALLED) < 0 && waiting() < MOST_WAITING;
    }
    tookAt = now;
    sources.forEach(source -> source.look(now));
    boolean isAllSent = send();
    if (isAllSent) {
      Instant seen = sources.stream().map(EventSource::seen).min(Instant::compareTo).orElse(now);
      boolean isDue = Duration.between(toldAt, now).compareTo(KEEP_ALIVE) >= 0;
      boolean wasReady = isReady;
      mark = seen.isAfter(mark) ? seen : mark;
      ready(now);
      if (isDue || isForPeer || isReady != wasReady) {
        toldAt = now;
        outlet.write(EventText.nothing(mark));
      }
    }
    return true;
  }

  /** How many things wait to be told. */
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  private boolean send() {
    while (!outlet.isFull()) {
      List<Event> some = take();
      if (some.isEmpty()) {
        return true;
      }
      StringBuilder text = new StringBuilder();
      some.forEach(event -> text.append(EventText.of(event, mark, isForPeer)));
      outlet.write(text.toString());
      toldAt = clock.instant();
    }
    return false;
  }

  /** The next few that wait, oldest first. */
  private List<Event> take() {
    List<Event> some = new ArrayList<>();
    synchronized (waiting) {
      Iterator<Event> all = waiting.values().iterator();
      while (all.hasNext() && some.size() < AT_A_TIME) {
        some.add(all.next());
        all.remove();
      }
    }
    return some;
  }

  private void ready(Instant now) {
    if (!isReady && sources.stream().allMatch(EventSource::isReady)) {
      isReady = true;
      outlet.write(
          "event: ready\nid: %d\ndata: {\"as_of\":\"%s\"}\n\n"
              .formatted(mark.toEpochMilli(), AvroJson.time(now)));
    }
  }

  void end() {
    sources.forEach(EventSource::close);
    outlet.end();
  }

  void cut() {
    sources.forEach(EventSource::close);
    outlet.cut();
  }
}
