package io.liveroom.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializer, asked once for each topic: it compares whole schemas for each record,
 * which takes longer than writing one. What it puts before a record is kept, and Avro writes the
 * records after it. Where its bytes are not such, because it was told to encrypt or to put the
 * schema's id elsewhere, it does everything. Safe for all threads.
 */
final class RecordSerializer<V extends SpecificRecord> implements Serializer<V> {

  static final int PREFIX = 5; // bytes before a record: a zero, and the schema's id in 4

  private final Serializer<V> confluent;
  private final Map<String, Way> ways = new ConcurrentHashMap<>(); // by topic
  private final ThreadLocal<Page> pages = ThreadLocal.withInitial(Page::new);

  /** How records of a topic are written. */
  private static final class Way {

    private final Class<?> type;
    private final DatumWriter<SpecificRecord> writer;
    private final byte @Nullable [] prefix; // null where Confluent's serializer does it

    Way(Class<?> type, DatumWriter<SpecificRecord> writer, byte @Nullable [] prefix) {
      this.type = type;
      this.writer = writer;
      this.prefix = prefix;
    }
  }

  /** One thread's room to write in. */
  private static final class Page {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;

    byte[] write(byte[] prefix, DatumWriter<SpecificRecord> writer, SpecificRecord record)
        throws IOException {
      out.reset();
      out.writeBytes(prefix);
      encoder = EncoderFactory.get().binaryEncoder(out, encoder);
      writer.write(record, encoder);
      encoder.flush();
      return out.toByteArray();
    }
  }

  RecordSerializer(Serializer<V> confluent) {
    this.confluent = confluent;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable V record) {
    if (record == null) {
      return null;
    }
    Way way = ways.get(topic);
    if (way == null) {
      return first(topic, record);
    }
    if (way.prefix == null || way.type != record.getClass()) {
      return confluent.serialize(topic, record);
    }
    try {
      return pages.get().write(way.prefix, way.writer, record);
    } catch (IOException | RuntimeException e) { // as Avro tells what a schema does not allow
      pages.remove();
      throw new SerializationException("a record does not fit its schema: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    confluent.close();
  }

  private byte[] first(String topic, V record) {
    byte[] bytes = confluent.serialize(topic, record);
    DatumWriter<SpecificRecord> writer = new RecordWriter(record.getSchema());
    byte[] prefix = Arrays.copyOf(bytes, PREFIX);
    ways.put(
        topic,
        new Way(record.getClass(), writer, isSame(bytes, prefix, writer, record) ? prefix : null));
    return bytes;
  }

  private boolean isSame(
      byte[] bytes, byte[] prefix, DatumWriter<SpecificRecord> writer, SpecificRecord record) {
    try {
      return prefix[0] == 0 && Arrays.equals(pages.get().write(prefix, writer, record), bytes);
    } catch (IOException e) {
      throw new SerializationException("memory can't be written to", e);
    }
  }
}
