package io.liveroom.processor.view;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A room now.
 *
 * @param minute the latest window
 * @param before the window before it
 * @param isWatched it is on the watchlist
 * @param raised alerts that are raised now, by their ids
 * @param updatedAt when something of it changed here, by this instance's clock
 */
public record RoomView(
    String roomId,
    @Nullable RoomSession session,
    @Nullable RoomMinute minute,
    @Nullable RoomMinute before,
    boolean isWatched,
    List<String> labels,
    Map<String, Alert> raised,
    Instant updatedAt) {

  public RoomView {
    labels = List.copyOf(labels);
    raised = Map.copyOf(raised);
  }

  static RoomView unknown(String roomId, Instant now) {
    return new RoomView(roomId, null, null, null, false, List.of(), Map.of(), now);
  }

  RoomView with(RoomSession session, Instant now) {
    return new RoomView(roomId, session, minute, before, isWatched, labels, raised, now);
  }

  /** With a window: as the latest, the one before, or none of them where it is older. */
  RoomView with(RoomMinute window, Instant now) {
    Instant start = window.getWindowStart();
    if (minute == null || start.equals(minute.getWindowStart())) {
      return new RoomView(roomId, session, window, before, isWatched, labels, raised, now);
    }
    if (start.isAfter(minute.getWindowStart())) {
      return new RoomView(roomId, session, window, minute, isWatched, labels, raised, now);
    }
    if (before == null || !start.isBefore(before.getWindowStart())) {
      return new RoomView(roomId, session, minute, window, isWatched, labels, raised, now);
    }
    return this;
  }

  RoomView watched(List<String> labels, Instant now) {
    return new RoomView(roomId, session, minute, before, true, labels, raised, now);
  }

  RoomView unwatched(Instant now) {
    return new RoomView(roomId, session, minute, before, false, List.of(), raised, now);
  }

  RoomView with(Alert alert, Instant now) {
    Map<String, Alert> all = new TreeMap<>(raised);
    if (alert.getStatus() == AlertStatus.RAISED) {
      all.put(alert.getAlertId(), alert);
    } else {
      all.remove(alert.getAlertId());
    }
    return new RoomView(roomId, session, minute, before, isWatched, labels, all, now);
  }

  RoomView at(Instant now) {
    return new RoomView(roomId, session, minute, before, isWatched, labels, raised, now);
  }

  /** The latest that is known of it, by event time where there is one. */
  Instant lastAt() {
    Instant last = session == null ? null : session.getLastEventAt();
    Instant window = minute == null ? null : minute.getWindowEnd();
    if (last == null || (window != null && window.isAfter(last))) {
      last = window;
    }
    return last == null ? updatedAt : last;
  }
}
