package io.liveroom.schemas;

import static java.util.Objects.requireNonNull;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic: its name, the record in its values, and how long they are kept. Keys are room ids as
 * UTF-8 strings.
 *
 * @param name full name, prefix included
 * @param recordType generated class of the values
 * @param retention how long records are kept; empty for a compacted topic, which keeps the last of
 *     each key
 * @param purpose one line for people
 */
public record Topic<V extends SpecificRecord>(
    String name, Class<V> recordType, Optional<Duration> retention, String purpose) {

  public Topic {
    requireNonNull(name, "name is null");
    requireNonNull(recordType, "recordType is null");
    requireNonNull(retention, "retention is null");
    requireNonNull(purpose, "purpose is null");
  }

  /** {@code liveroom.observed.chat.v1} is {@code chat} for short. */
  public String shortName() {
    String unversioned = name.replaceFirst("\\.v\\d+$", "");
    return unversioned.substring(unversioned.lastIndexOf('.') + 1);
  }

  /** The schema of the values, as it is registered: without what concerns Java alone. */
  public Schema schema() {
    Object blank = SpecificData.newInstance(recordType, SpecificData.get().getSchema(recordType));
    return AvroSchemaUtils.getSchema(blank, false, false, true);
  }

  /** A record that fits the schema and says nothing. */
  public SpecificRecord blank() {
    return Blanks.of(SpecificData.get().getSchema(recordType));
  }

  /** The registry subject of the values, by Confluent's TopicNameStrategy. */
  public String subject() {
    return name + "-value";
  }

  public boolean isCompacted() {
    return retention.isEmpty();
  }

  /** Broker settings of this topic, as {@code topics apply} sets them. */
  public Map<String, String> config() {
    return retention
        .map(
            kept ->
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(kept.toMillis())))
        .orElseGet(
            () -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
  }
}
