package io.liveroom.collector.chat;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.publish.Publisher;
import io.liveroom.common.EventTimeSource;
import io.liveroom.observed.CollectionGap;
import java.time.Instant;

/** Publishes what was not seen of one room's chat. */
final class GapRecords {

  private final String roomId;
  private final String collectorId;
  private final Publisher publisher;

  GapRecords(String roomId, String collectorId, Publisher publisher) {
    this.roomId = roomId;
    this.collectorId = collectorId;
    this.publisher = publisher;
  }

  void publish(GapTracker.Gap gap, Instant now) {
    String endpoint = Endpoint.CHAT.label();
    CollectionGap record = new CollectionGap();
    record.setEventId(roomId + ":gap:" + endpoint + ":" + gap.from().toEpochMilli());
    record.setRoomId(roomId);
    record.setEventTime(gap.from());
    record.setEventTimeSource(EventTimeSource.ARRIVAL);
    record.setReceivedAt(now);
    record.setCollectorId(collectorId);
    record.setEndpoint(endpoint);
    record.setGapFrom(gap.from());
    record.setGapTo(gap.to());
    record.setCause(gap.cause());
    record.setAttempts(gap.attempts());
    publisher.gap(record, Endpoint.CHAT);
  }
}
