package io.liveroom.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"R","fields":[
                {"name":"id","type":"string"},
                {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
                {"name":"maybe","type":["null",{"type":"long","logicalType":"timestamp-millis"}]},
                {"name":"rate","type":["null","double"]},
                {"name":"kind","type":{"type":"enum","name":"K","symbols":["A","B"]}},
                {"name":"names","type":{"type":"array","items":"string"}},
                {"name":"extra","type":{"type":"map","values":"int"}},
                {"name":"bytes","type":"bytes"}]}
              """);

  @Test
  void of_record_isPlainJson() {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("id", "6843198199583378191");
    record.put("at", 1593306241000L);
    record.put("maybe", 1593306241001L);
    record.put("rate", 0.5);
    record.put("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "B"));
    record.put("names", List.of("一", "\"two\"\n"));
    record.put("extra", Map.of("n", 3));
    record.put("bytes", ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertThat(RecordJson.of(SCHEMA, record))
        .isEqualTo(
            "{\"id\":\"6843198199583378191\",\"at\":\"2020-06-28T01:04:01Z\","
                + "\"maybe\":\"2020-06-28T01:04:01.001Z\",\"rate\":0.5,\"kind\":\"B\","
                + "\"names\":[\"一\",\"\\\"two\\\"\\n\"],\"extra\":{\"n\":3},\"bytes\":\"AQID\"}");
  }

  @Test
  void of_nullInUnion_isNull() {
    Schema schema = SchemaBuilder.builder().nullable().longType();
    assertThat(RecordJson.of(schema, null)).isEqualTo("null");
  }

  @Test
  void of_notANumber_isNull() {
    assertThat(RecordJson.of(Schema.create(Schema.Type.DOUBLE), Double.NaN)).isEqualTo("null");
  }

  @Test
  void quoted_controlCharacters_areEscaped() {
    assertThat(RecordJson.quoted("a\u0001\\\u2028")).isEqualTo("\"a\\u0001\\\\\\u2028\"");
  }
}
