package io.liveroom.simulator.server;

import io.liveroom.simulator.world.Broadcast;
import java.time.Instant;

/**
 * One room in the list of rooms.
 *
 * @param roomId exact decimal text
 * @param anchor who broadcasts
 * @param size small, medium or large
 * @param status where it is in its life
 * @param edition which chat edition it speaks
 * @param frames what its frames hold
 * @param acceptsUpgrade whether it lets a WebSocket in
 * @param anonymous one uid for everybody
 * @param createdAt when it was made
 * @param startsAt when it goes live
 * @param endsAt when it ends
 */
record RoomLine(
    String roomId,
    String anchor,
    String size,
    String status,
    String edition,
    String frames,
    boolean acceptsUpgrade,
    boolean anonymous,
    Instant createdAt,
    Instant startsAt,
    Instant endsAt) {

  static RoomLine of(Broadcast room, Instant now) {
    return new RoomLine(
        room.roomId(),
        room.anchor().name(),
        room.size().name(),
        room.statusAt(now).name(),
        room.quirks().edition().name(),
        room.quirks().frames().name(),
        room.quirks().acceptsUpgrade(),
        room.quirks().anonymous(),
        room.createdAt(),
        room.startsAt(),
        room.endsAt());
  }
}
