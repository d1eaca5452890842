package io.liveroom.processor.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records as JSON: their own field names, times as ISO 8601, enums as their names. */
final class AvroJson {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AvroJson() {}

  static JsonObject of(SpecificRecord record) {
    JsonObject json = new JsonObject();
    for (Schema.Field field : record.getSchema().getFields()) {
      json.put(field.name(), value(record.get(field.pos())));
    }
    return json;
  }

  static JsonArray of(Collection<? extends SpecificRecord> records) {
    JsonArray array = new JsonArray();
    records.forEach(record -> array.add(of(record)));
    return array;
  }

  static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : TIME.format(time);
  }

  /** What JSON has a word for: NaN and the infinities are not measured. */
  static @Nullable Object value(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Long) {
      return value;
    } else if (value instanceof Instant time) {
      return time(time);
    } else if (value instanceof SpecificRecord record) {
      return of(record);
    } else if (value instanceof Collection<?> several) {
      JsonArray array = new JsonArray();
      several.forEach(one -> array.add(value(one)));
      return array;
    } else if (value instanceof Double number) {
      return Double.isFinite(number) ? number : null;
    } else if (value instanceof Integer) {
      return value;
    }
    return value.toString();
  }
}
