package io.liveroom.collector.platform;

import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.SnapshotSource;

/** The coordinates of a room snapshot. */
final class Snapshots {

  private Snapshots() {}

  static RoomSnapshot header(
      RoomFields room,
      SnapshotSource source,
      Envelope envelope,
      Payload payload,
      String collectorId,
      String fingerprint)
      throws WrongShape {
    EventTime time = EventTime.best(null, envelope.now(), payload.receivedAt());
    RoomSnapshot snapshot = room.snapshot();
    snapshot.setEventId(Identity.ofAnswer(room.roomId(), payload, time, fingerprint));
    snapshot.setRoomId(room.roomId());
    snapshot.setEventTime(time.at());
    snapshot.setEventTimeSource(time.source());
    snapshot.setReceivedAt(payload.receivedAt());
    snapshot.setCollectorId(collectorId);
    snapshot.setEndpoint(payload.endpoint().label());
    snapshot.setSource(source);
    return snapshot;
  }
}
