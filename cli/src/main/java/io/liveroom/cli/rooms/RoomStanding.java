package io.liveroom.cli.rooms;

import io.liveroom.common.RoomState;
import io.liveroom.control.WatchedRoom;
import io.liveroom.derived.RoomSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A room on the watchlist and how it fares.
 *
 * @param session what a processor last said; empty where none has said anything, which is not the
 *     same as offline
 * @param holder the worker that watches it; empty where none has said so
 * @param isHolderSilent that worker has given no sign of life for too long
 */
public record RoomStanding(
    WatchedRoom room,
    Optional<RoomSession> session,
    Optional<String> holder,
    boolean isHolderSilent) {

  /**
   * Columns of a list that {@code rooms import} reads again, passing over what it does not know.
   */
  public static final List<String> COLUMNS =
      List.of(
          "room_id",
          "labels",
          "weight",
          "added_at",
          "added_by",
          "state",
          "online",
          "last_event_at",
          "coverage",
          "holder",
          "holder_is_silent",
          "title");

  /** UNKNOWN where nobody has said anything. */
  public RoomState state() {
    return session.map(RoomSession::getState).orElse(RoomState.UNKNOWN);
  }

  public Optional<Long> online() {
    return session.map(RoomSession::getOnlineLast);
  }

  public Optional<Instant> lastEventAt() {
    return session.map(RoomSession::getLastEventAt);
  }

  /** The part of its time that is covered by online samples, 0 to 1. */
  public Optional<Double> coverage() {
    return session.map(RoomSession::getOnlineCoverage);
  }

  public String title() {
    return session.map(RoomSession::getTitle).orElse("");
  }
}
