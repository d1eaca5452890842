package io.liveroom.cli.tail;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro values as JSON: plain, without Avro's union wrappers. Times are ISO 8601, bytes are base64,
 * enums are their names.
 */
final class RecordJson {

  private final StringBuilder json = new StringBuilder(512);

  /** The value as one line of JSON. */
  static String of(Schema schema, @Nullable Object value) {
    RecordJson writer = new RecordJson();
    writer.value(schema, value);
    return writer.json.toString();
  }

  /** A JSON string, quotes included. */
  static String quoted(String text) {
    RecordJson writer = new RecordJson();
    writer.string(text);
    return writer.json.toString();
  }

  private void value(Schema schema, @Nullable Object value) {
    if (value == null) {
      json.append("null");
      return;
    }
    switch (schema.getType()) {
      case RECORD -> record((IndexedRecord) value);
      case ARRAY -> array(schema.getElementType(), (Collection<?>) value);
      case MAP -> map(schema.getValueType(), (Map<?, ?>) value);
      case UNION -> value(branch(schema, value), value);
      case BYTES -> string(base64((ByteBuffer) value));
      case FIXED -> string(base64(ByteBuffer.wrap(((GenericData.Fixed) value).bytes())));
      case STRING, ENUM -> string(value.toString());
      case INT, BOOLEAN -> json.append(value);
      case LONG -> whole(schema.getLogicalType(), (Long) value);
      case FLOAT, DOUBLE -> decimal(((Number) value).doubleValue());
      case NULL -> json.append("null");
    }
  }

  private static Schema branch(Schema union, Object value) {
    return union.getTypes().get(GenericData.get().resolveUnion(union, value));
  }

  private void record(IndexedRecord record) {
    json.append('{');
    for (Schema.Field field : record.getSchema().getFields()) {
      comma('{');
      string(field.name());
      json.append(':');
      value(field.schema(), record.get(field.pos()));
    }
    json.append('}');
  }

  private void array(Schema elements, Collection<?> values) {
    json.append('[');
    for (Object element : values) {
      comma('[');
      value(elements, element);
    }
    json.append(']');
  }

  private void map(Schema values, Map<?, ?> map) {
    json.append('{');
    map.forEach(
        (key, value) -> {
          comma('{');
          string(String.valueOf(key));
          json.append(':');
          value(values, value);
        });
    json.append('}');
  }

  private void whole(@Nullable LogicalType meaning, long number) {
    if (meaning instanceof LogicalTypes.TimestampMillis) {
      string(Instant.ofEpochMilli(number).toString());
    } else {
      json.append(number);
    }
  }

  /** JSON has no word for NaN and the infinities. */
  private void decimal(double number) {
    if (Double.isFinite(number)) {
      json.append(number);
    } else {
      json.append("null");
    }
  }

  private void comma(char opening) {
    if (json.charAt(json.length() - 1) != opening) {
      json.append(',');
    }
  }

  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    json.append('"');
  }

  private void character(char letter) {
    switch (letter) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        if (letter < ' ' || letter == '\u2028' || letter == '\u2029' || letter == '\u007f') {
          json.append("\\u%04x".formatted((int) letter));
        } else {
          json.append(letter);
        }
      }
    }
  }

  private static String base64(ByteBuffer bytes) {
    return new String(
        Base64.getEncoder().encode(bytes.duplicate()).array(),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
