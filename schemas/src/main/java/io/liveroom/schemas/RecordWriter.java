package io.liveroom.schemas;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's writer, told once which branch of a union is null. Ours are all {@code [null, T]}, most of
 * a record's fields are such, and Avro looks for the branch by the name of each value's schema.
 */
final class RecordWriter extends SpecificDatumWriter<SpecificRecord> {

  RecordWriter(Schema schema) {
    super(schema, SpecificData.getForSchema(schema));
  }

  @Override
  protected int resolveUnion(Schema union, @Nullable Object value) {
    boolean isOptional =
        union.getTypes().size() == 2 && union.getTypes().get(0).getType() == Schema.Type.NULL;
    if (!isOptional) {
      return super.resolveUnion(union, value);
    }
    return value == null ? 0 : 1;
  }
}
