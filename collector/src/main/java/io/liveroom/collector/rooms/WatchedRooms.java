package io.liveroom.collector.rooms;

import io.liveroom.control.WatchedRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the watchlist says of a room. The room id, which is the key, is enough to watch it: a
 * value that can't be read, or a registry that is away, costs its weight only.
 */
final class WatchedRooms {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedRooms.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Deserializer<WatchedRoom> values;
  private final InstantSource clock;
  private Instant nextTry = Instant.MIN; // a registry that is away is not asked for every record

  WatchedRooms(Deserializer<WatchedRoom> values, InstantSource clock) {
    this.values = values;
    this.clock = clock;
  }

  WatchedRoom read(ConsumerRecord<String, byte[]> record) {
    Instant now = clock.instant();
    if (!now.isBefore(nextTry)) {
      try {
        return values.deserialize(record.topic(), record.value());
      } catch (SerializationException unreadable) {
        nextTry = now.plus(PAUSE);
        LOG.warn("room {}: its entry can't be read, it weighs 1", record.key(), unreadable);
      }
    }
    return WatchedRoom.newBuilder()
        .setRoomId(record.key())
        .setAddedAt(Instant.ofEpochMilli(record.timestamp()))
        .build();
  }
}
