package io.liveroom.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records that say something in every field, and what a record says in JSON. */
final class Filled {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long ID = 7_700_000_000_000_000_000L; // as large as real ones
  private static final Instant TIME = Instant.parse("2026-11-01T08:00:00.123Z");

  private Filled() {}

  /**
   * A record.
   *
   * @param number says which; optional fields are null in every second one
   */
  static SpecificRecord record(Schema schema, int number) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.name(), field.schema(), number));
    }
    return record;
  }

  private static @Nullable Object value(String name, Schema schema, int number) {
    return switch (schema.getType()) {
      case STRING ->
          name.endsWith("_id") ? Long.toString(ID + number) : name + " 「" + number + "」🎈";
      case LONG -> schema.getLogicalType() == null ? (Object) (number * 4_000_000_001L) : TIME;
      case INT -> number;
      case DOUBLE -> number + 0.5;
      case BOOLEAN -> number % 2 == 0;
      case BYTES -> ByteBuffer.wrap(("bytes " + number).getBytes(UTF_8));
      case ENUM ->
          SpecificData.get()
              .createEnum(
                  schema.getEnumSymbols().get(number % schema.getEnumSymbols().size()), schema);
      case ARRAY ->
          List.of(
              requireNonNull(value(name, schema.getElementType(), number)),
              requireNonNull(value(name, schema.getElementType(), number + 1)));
      case RECORD -> record(schema, number);
      case UNION -> number % 2 == 0 ? null : value(name, schema.getTypes().get(1), number);
      default -> throw new IllegalStateException("no value for " + schema);
    };
  }

  /** The record as another language shows it: times in milliseconds, bytes in base64. */
  static JsonNode json(IndexedRecord record) {
    try {
      return JSON.readTree(JSON.writeValueAsString(tree(record)));
    } catch (IOException e) {
      throw new AssertionError("Jackson reads what it wrote", e);
    }
  }

  private static JsonNode tree(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof IndexedRecord record) {
      ObjectNode object = nodes.objectNode();
      record
          .getSchema()
          .getFields()
          .forEach(field -> object.set(field.name(), tree(record.get(field.pos()))));
      return object;
    } else if (value instanceof List<?> list) {
      ArrayNode array = nodes.arrayNode();
      list.forEach(element -> array.add(tree(element)));
      return array;
    } else if (value instanceof ByteBuffer bytes) {
      return nodes.textNode(
          Base64.getEncoder()
              .encodeToString(UTF_8.decode(bytes.duplicate()).toString().getBytes(UTF_8)));
    } else if (value instanceof Instant time) {
      return nodes.numberNode(time.toEpochMilli());
    } else if (value instanceof CharSequence
        || value instanceof Enum
        || value instanceof GenericEnumSymbol<?>) {
      return nodes.textNode(value.toString());
    }
    return JSON.valueToTree(value);
  }
}
