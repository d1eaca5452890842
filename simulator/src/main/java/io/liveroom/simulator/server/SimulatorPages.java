package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.Ledger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulator's own pages, which the real platform does not have. */
final class SimulatorPages {
  private final Rooms rooms;
  private final Ledger ledger;
  private final FaultBook faults;

  SimulatorPages(Rooms rooms, Ledger ledger, FaultBook faults) {
    this.rooms = rooms;
    this.ledger = ledger;
    this.faults = faults;
  }

  /** {@code /simulator/rooms}: each anchor's latest room. */
  Answer rooms(Instant now) {
    return Answer.ok(
        RecordJson.write(rooms.current(now).stream().map(r -> RoomLine.of(r, now)).toList()));
  }

  /** {@code /simulator/ledger}: what was sent, and the right figures of it. */
  Answer ledger(@Nullable String roomId, @Nullable String window) {
    try {
      Duration size = window == null ? null : Duration.parse(window);
      List<String> ids = roomId == null ? ledger.roomIds() : List.of(roomId);
      return Answer.ok(
          RecordJson.write(
              ids.stream()
                  .flatMap(id -> ledger.facts(id).stream())
                  .map(facts -> LedgerPage.of(facts, size))
                  .toList()));
    } catch (DateTimeException e) {
      return mistake("window looks like PT60S");
    }
  }

  /** {@code /simulator/sockets}: who was connected when; of each room too with {@code ?rooms}. */
  Answer sockets(@Nullable String withRooms) {
    return Answer.ok(RecordJson.write(rooms.sockets().page(withRooms != null)));
  }

  /**
   * {@code /simulator/messages}: every message that was sent, one a line: room, message, when it
   * was sent first in milliseconds, and its kind. Empty unless single facts are kept.
   */
  Answer messages() {
    StringBuilder lines = new StringBuilder();
    for (String id : ledger.roomIds()) {
      ledger
          .facts(id)
          .ifPresent(facts -> facts.chat().forEach(fact -> lines.append(MessageLine.of(id, fact))));
    }
    return Answer.ok(lines.toString());
  }

  /** {@code GET /simulator/faults}: what goes wrong now. */
  Answer faults() {
    return Answer.ok(RecordJson.write(faults.all()));
  }

  /** {@code POST /simulator/faults}: one thing more goes wrong; sockets are cut at once. */
  Answer addFault(String body, Instant now) {
    try {
      addFault(FaultReader.read(body, now), now);
      return faults();
    } catch (IllegalArgumentException e) {
      return mistake(String.valueOf(e.getMessage()));
    }
  }

  void addFault(Fault fault, Instant now) {
    if (fault.kind() == FaultKind.CROWD_LEAVES) {
      rooms.leave(fault, now);
      return;
    }
    faults.add(fault);
    boolean onChat = fault.endpoint() == null || fault.endpoint() == Endpoint.CHAT;
    if (fault.kind() == FaultKind.CUT && onChat) {
      rooms.cutSockets(fault);
    }
  }

  /** {@code DELETE /simulator/faults}: all is well again. */
  Answer clearFaults() {
    faults.clear();
    return faults();
  }

  private static Answer mistake(String sentence) {
    return new Answer(400, Map.of(), RecordJson.write(Map.of("error", sentence)));
  }
}
