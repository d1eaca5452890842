package io.liveroom.cli.rooms;

import io.liveroom.cli.read.TopicScan;
import io.liveroom.derived.RoomSession;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;

/** The sessions a processor has told of. */
public final class Sessions {

  private final TopicScan scan;
  private final Topic<RoomSession> topic;
  private final RecordSerdes serdes;

  public Sessions(TopicScan scan, Topic<RoomSession> topic, RecordSerdes serdes) {
    this.scan = scan;
    this.topic = topic;
    this.serdes = serdes;
  }

  /** The last word on each of these rooms; nothing of a room that no processor has told of. */
  public Map<String, RoomSession> latest(Set<String> rooms) {
    Map<String, byte[]> last =
        new HashMap<>(); // decoding only what is shown saves most of the time
    scan.all(
        topic.name(),
        record -> {
          if (record.value() == null) {
            last.remove(record.key());
          } else if (rooms.contains(record.key())) {
            last.put(record.key(), record.value());
          }
        });
    try (Deserializer<RoomSession> values = serdes.serde(topic).deserializer()) {
      Map<String, RoomSession> sessions = new HashMap<>();
      last.forEach((room, bytes) -> sessions.put(room, values.deserialize(topic.name(), bytes)));
      return sessions;
    }
  }
}
