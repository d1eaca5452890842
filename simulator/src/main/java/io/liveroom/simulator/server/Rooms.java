package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.Ledger;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms of the world, each lived from when it is first asked for. Safe for several threads. */
public final class Rooms {
  private final World world;
  private final Ledger ledger;
  private final FaultBook faults;
  private final SocketLog sockets = new SocketLog();
  private final Map<String, LiveRoom> lived = new ConcurrentHashMap<>();

  public Rooms(World world, Ledger ledger, FaultBook faults) {
    this.world = world;
    this.ledger = ledger;
    this.faults = faults;
  }

  Optional<LiveRoom> find(String roomId, Instant now) {
    return world.find(roomId, now).map(this::lived);
  }

  /** Each anchor's latest room. */
  public List<Broadcast> current(Instant now) {
    return world.current(now);
  }

  /** Who was connected when. */
  SocketLog sockets() {
    return sockets;
  }

  LiveRoom lived(Broadcast broadcast) {
    return lived.computeIfAbsent(
        broadcast.roomId(), id -> new LiveRoom(broadcast, ledger, faults, sockets));
  }

  /** People leave one room, or all. */
  void leave(Fault fault, Instant now) {
    lived.values().stream()
        .filter(room -> isOf(fault, room))
        .forEach(room -> room.leave(now, fault.code()));
  }

  /** Cuts the sockets of one room, or of all. */
  void cutSockets(Fault fault) {
    lived.values().stream().filter(room -> isOf(fault, room)).forEach(LiveRoom::cutSockets);
  }

  private static boolean isOf(Fault fault, LiveRoom room) {
    return fault.roomId() == null || fault.roomId().equals(room.broadcast().roomId());
  }
}
