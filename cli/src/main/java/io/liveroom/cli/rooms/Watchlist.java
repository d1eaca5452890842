package io.liveroom.cli.rooms;

import io.liveroom.cli.read.TopicScan;
import io.liveroom.cli.write.TopicWriter;
import io.liveroom.control.WatchedRoom;
import io.liveroom.schemas.EventHeaders;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The rooms to watch, as the compacted watchlist topic holds them. */
public final class Watchlist {

  private static final EventHeaders HEADERS = new EventHeaders("/liveroom/command");

  private final Topic<WatchedRoom> topic;
  private final Map<String, Object> kafka;
  private final RecordSerdes serdes;

  /**
   * @param kafka properties for any Kafka client
   */
  public Watchlist(Topic<WatchedRoom> topic, Map<String, Object> kafka, RecordSerdes serdes) {
    this.topic = topic;
    this.kafka = kafka;
    this.serdes = serdes;
  }

  /** All rooms on the list, by id. */
  public List<WatchedRoom> rooms() {
    return listed().stream().map(Listed::room).toList();
  }

  /** All rooms on the list and where they are, by id. */
  public List<Listed> listed() {
    Map<String, Listed> rooms = new TreeMap<>();
    try (Deserializer<WatchedRoom> values = serdes.serde(topic).deserializer()) {
      new TopicScan(kafka).all(topic.name(), record -> take(record, values, rooms));
    }
    return List.copyOf(rooms.values());
  }

  /**
   * Puts rooms on the list, or changes them; returns when the broker has them.
   *
   * @param by what put them there: command, import, discover or up
   */
  public void add(Collection<RoomEntry> entries, String by, Instant at) {
    send(entries.stream().map(entry -> record(watched(entry, by, at), at)).toList());
  }

  /** Takes rooms off the list. */
  public void remove(Collection<String> ids, Instant at) {
    send(ids.stream().map(id -> tombstone(id, at)).toList());
  }

  private static void take(
      ConsumerRecord<String, byte[]> record,
      Deserializer<WatchedRoom> values,
      Map<String, Listed> rooms) {
    if (record.value() == null) {
      rooms.remove(record.key());
    } else {
      WatchedRoom room = values.deserialize(record.topic(), record.value());
      rooms.put(record.key(), new Listed(room, record.partition()));
    }
  }

  private void send(List<ProducerRecord<String, WatchedRoom>> records) {
    try (Serializer<WatchedRoom> values = serdes.serde(topic).serializer()) {
      new TopicWriter(kafka).write(records, values);
    }
  }

  private ProducerRecord<String, WatchedRoom> record(WatchedRoom room, Instant at) {
    String id = room.getRoomId();
    return new ProducerRecord<>(
        topic.name(),
        null,
        at.toEpochMilli(),
        id,
        room,
        HEADERS.of(room, id + ":" + at.toEpochMilli(), at));
  }

  private ProducerRecord<String, WatchedRoom> tombstone(String id, Instant at) {
    @Nullable WatchedRoom gone = null;
    return new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), id, gone);
  }

  private static WatchedRoom watched(RoomEntry entry, String by, Instant at) {
    return WatchedRoom.newBuilder()
        .setRoomId(entry.id())
        .setLabels(entry.labels())
        .setWeight(entry.weight())
        .setAddedAt(at)
        .setAddedBy(by)
        .build();
  }
}
