package io.liveroom.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents attributes of a record as Kafka headers, in the binary mode of the CloudEvents Kafka
 * binding 1.0.
 */
public final class EventHeaders {

  private static final String ID = "ce_id";
  private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
  private static final byte[] CONTENT_TYPE = "application/vnd.confluent.avro".getBytes(UTF_8);

  private static final ClassValue<byte[]> TYPES = new TypeNames();

  private final byte[] source;

  /**
   * @param source the process that writes, such as {@code /liveroom/collector/worker-1}
   */
  public EventHeaders(String source) {
    this.source = source.getBytes(UTF_8);
  }

  /** The headers of one record. */
  public Headers of(SpecificRecord record, String id, Instant time) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_specversion", SPEC_VERSION);
    headers.add(ID, id.getBytes(UTF_8));
    headers.add("ce_source", source);
    headers.add("ce_type", TYPES.get(record.getClass()));
    headers.add("ce_time", time.toString().getBytes(UTF_8));
    headers.add("content-type", CONTENT_TYPE);
    return headers;
  }

  /** The id of an event from its headers; empty where it has none. */
  public static Optional<String> id(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(ID))
        .map(header -> new String(header.value(), UTF_8));
  }

  /** The schemas' full names, which are those of the classes. */
  private static final class TypeNames extends ClassValue<byte[]> {
    @Override
    protected byte[] computeValue(Class<?> type) {
      return SpecificData.get().getSchema(type).getFullName().getBytes(UTF_8);
    }
  }
}
