package io.liveroom.simulator.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.liveroom.simulator.world.Quirks;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a room writes ids and counters: as numbers or as strings, with or without exact twins.
 *
 * @param quirks the room's ways
 */
record Ids(Quirks quirks) {
  void write(JsonGenerator json, String name, String id) throws IOException {
    if (quirks.idsAsText()) {
      json.writeStringField(name, id);
      return;
    }
    json.writeFieldName(name);
    json.writeNumber(id);
    if (quirks.twins()) {
      json.writeStringField(name + "_str", id);
    }
  }

  void count(JsonGenerator json, String name, @Nullable Long count) throws IOException {
    if (count == null) {
      json.writeNullField(name);
    } else if (quirks.numbersAsText()) {
      json.writeStringField(name, count.toString());
    } else {
      json.writeNumberField(name, count);
    }
  }
}
