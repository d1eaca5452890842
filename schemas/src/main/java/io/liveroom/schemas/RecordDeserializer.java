package io.liveroom.schemas;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's deserializer, asked once for each schema: it looks the schema up anew for each
 * record, which takes half as long as reading one. Avro reads the records after it; where that
 * gives something else, because there are rules to be followed, Confluent's reads them all. Safe
 * for all threads.
 */
final class RecordDeserializer<V extends SpecificRecord> implements Deserializer<V> {

  private static final int PREFIX = RecordSerializer.PREFIX;

  private final KafkaAvroDeserializer confluent;
  private final Map<Integer, Way<V>> ways = new ConcurrentHashMap<>(); // by schema id

  /** How records of a schema are read; without a reader Confluent's deserializer does it. */
  private record Way<V>(@Nullable DatumReader<V> reader) {}

  RecordDeserializer(KafkaAvroDeserializer confluent) {
    this.confluent = confluent;
  }

  @Override
  public @Nullable V deserialize(String topic, byte @Nullable [] bytes) {
    return deserialize(topic, new RecordHeaders(), bytes);
  }

  @Override
  public @Nullable V deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0 || bytes[0] != 0) {
      return asConfluent(topic, headers, bytes);
    }
    if (bytes.length < PREFIX) {
      throw new SerializationException(
          "a record begins with " + PREFIX + " bytes of its own, but there are " + bytes.length);
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    Way<V> way = ways.get(id);
    if (way == null) {
      return first(topic, headers, bytes, id);
    }
    if (way.reader == null) {
      return asConfluent(topic, headers, bytes);
    }
    try {
      return read(way.reader, bytes);
    } catch (IOException | RuntimeException e) { // as Avro tells what does not fit the schema
      throw new SerializationException(
          "a record of schema " + id + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    confluent.close();
  }

  // Confluent's class is typed Object; the schema in the registry is what holds the type.
  @SuppressWarnings("unchecked")
  private @Nullable V asConfluent(String topic, Headers headers, byte @Nullable [] bytes) {
    return (V) confluent.deserialize(topic, headers, bytes);
  }

  private @Nullable V first(String topic, Headers headers, byte[] bytes, int id) {
    V record = asConfluent(topic, headers, bytes);
    if (record != null) {
      ways.put(id, new Way<>(reader(topic, bytes, id, record)));
    }
    return record;
  }

  private @Nullable DatumReader<V> reader(String topic, byte[] bytes, int id, V record) {
    try {
      ParsedSchema written = confluent.getSchemaBySubjectAndId(topic + "-value", id);
      if (written.ruleSet() != null || !(written.rawSchema() instanceof Schema schema)) {
        return null;
      }
      Schema own = record.getSchema();
      DatumReader<V> reader =
          new SpecificDatumReader<>(schema, own, SpecificData.getForSchema(own));
      return record.equals(read(reader, bytes)) ? reader : null;
    } catch (IOException | RestClientException | RuntimeException e) {
      return null; // whatever it is, Confluent's could read it
    }
  }

  private static <V> V read(DatumReader<V> reader, byte[] bytes) throws IOException {
    return reader.read(
        null, DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null));
  }
}
