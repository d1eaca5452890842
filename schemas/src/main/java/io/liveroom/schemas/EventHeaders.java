package io.liveroom.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents attributes of a record as Kafka headers, in the binary mode of the CloudEvents Kafka
 * binding 1.0.
 */
public final class EventHeaders {

  private static final String ID = "ce_id";
  private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
  private static final Header CONTENT_TYPE =
      header("content-type", "application/vnd.confluent.avro");

  private static final ClassValue<Header> TYPES = new TypeNames();

  private final Header source;

  /**
   * @param source the process that writes, such as {@code /liveroom/collector/worker-1}
   */
  public EventHeaders(String source) {
    this.source = header("ce_source", source);
  }

  /** The headers of one record; its time to the millisecond, as RFC 3339 has it. */
  public Headers of(SpecificRecord record, String id, Instant time) {
    Header[] headers = {
      SPEC_VERSION,
      header(ID, id),
      source,
      TYPES.get(record.getClass()),
      new RecordHeader("ce_time", TimeText.of(time)),
      CONTENT_TYPE
    };
    return new RecordHeaders(headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }

  /** The id of an event from its headers; empty where it has none. */
  public static Optional<String> id(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(ID))
        .map(header -> new String(header.value(), UTF_8));
  }

  /** The schemas' full names, which are those of the classes. */
  private static final class TypeNames extends ClassValue<Header> {
    @Override
    protected Header computeValue(Class<?> type) {
      return header("ce_type", SpecificData.get().getSchema(type).getFullName());
    }
  }
}
