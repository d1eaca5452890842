package io.liveroom.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records that fit their schema and say nothing. */
final class Blanks {

  private Blanks() {}

  static SpecificRecord of(Schema schema) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(
          field.pos(),
          field.hasDefaultValue()
              ? SpecificData.get().getDefaultValue(field)
              : value(field.schema()));
    }
    return record;
  }

  private static Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> of(schema);
      case STRING -> "";
      case LONG -> schema.getLogicalType() == null ? (Object) 0L : Instant.EPOCH;
      case INT -> 0;
      case DOUBLE -> 0.0;
      case BOOLEAN -> false;
      case BYTES -> ByteBuffer.allocate(0);
      case ARRAY -> List.of();
      case MAP -> Map.of();
      case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(0), schema);
      case UNION -> value(schema.getTypes().get(0));
      default -> throw new IllegalStateException("no blank for " + schema);
    };
  }
}
