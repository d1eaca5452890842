package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.RoomShown;
import io.liveroom.simulator.world.RoomStatus;
import java.time.Instant;

/**
 * One room in an answer of {@code info} or {@code feed}.
 *
 * @param source {@code info} or {@code feed}
 * @param shown what it showed
 */
public record SnapshotFact(String source, RoomShown shown) {
  public Instant eventTime() {
    return shown.at();
  }

  boolean isEnded() {
    return shown.status() == RoomStatus.ENDED;
  }

  boolean isLive() {
    return shown.status() == RoomStatus.LIVE;
  }
}
