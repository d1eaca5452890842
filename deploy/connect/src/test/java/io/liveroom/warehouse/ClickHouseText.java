package io.liveroom.warehouse;

import static java.util.stream.Collectors.joining;

import io.liveroom.warehouse.Connectors.Table;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * A table as ClickHouse is told to read it from Kafka: a queue, what is kept of it, and the way
 * between.
 */
final class ClickHouseText {

  static final String HEAD =
      """
      -- The warehouse's tables in ClickHouse 23.11 or newer, filled by its own Kafka engine. Written from the connectors and the
      -- schemas by TablesTest; do not edit, but put in your addresses:
      --   sed 's/BROKERS/127.0.0.1:9092/; s#REGISTRY#http://127.0.0.1:8081/apis/ccompat/v7#' tables.sql | clickhouse-client --multiquery
      -- Of each key the record with the highest offset is kept, which is the last; ask with FINAL. Times are UTC.
      CREATE DATABASE IF NOT EXISTS liveroom;
      """;

  private ClickHouseText() {}

  static String of(Table table) {
    return String.format(
        Locale.ROOT,
        """

        CREATE TABLE IF NOT EXISTS %1$s_queue (
        %2$s
        ) ENGINE = Kafka SETTINGS
          kafka_broker_list = 'BROKERS', kafka_topic_list = '%3$s', kafka_group_name = 'clickhouse-%4$s',
          kafka_format = 'AvroConfluent', format_avro_schema_registry_url = 'REGISTRY', kafka_handle_error_mode = 'stream';
        CREATE TABLE IF NOT EXISTS %1$s (
        %2$s,
          kafka_offset UInt64
        ) ENGINE = ReplacingMergeTree(kafka_offset) ORDER BY (%5$s);
        CREATE MATERIALIZED VIEW IF NOT EXISTS %1$s_from_kafka TO %1$s AS
          SELECT %6$s, _offset AS kafka_offset FROM %1$s_queue WHERE length(_error) = 0;
        CREATE TABLE IF NOT EXISTS %1$s_dead_letter (
          topic String, partition UInt64, kafka_offset UInt64, raw String, error String
        ) ENGINE = MergeTree ORDER BY (topic, partition, kafka_offset);
        CREATE MATERIALIZED VIEW IF NOT EXISTS %1$s_dead_letter_from_kafka TO %1$s_dead_letter AS
          SELECT _topic AS topic, _partition AS partition, _offset AS kafka_offset, _raw_message AS raw, _error AS error
          FROM %1$s_queue WHERE length(_error) > 0;
        """,
        table.name(),
        fields(table, ",\n", ClickHouseText::column),
        table.topic().name(),
        table.name().replace('.', '-'),
        String.join(", ", table.key()),
        fields(table, ", ", Field::name));
  }

  private static String fields(Table table, String between, Function<Field, String> text) {
    return table.topic().schema().getFields().stream().map(text).collect(joining(between));
  }

  private static String column(Field field) {
    boolean isOptional = field.schema().getType() == Schema.Type.UNION;
    String type = type(TableText.value(field.schema()));
    return "  " + field.name() + ' ' + (isOptional ? "Nullable(" + type + ')' : type);
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case STRING, ENUM -> "String";
      case BOOLEAN -> "Bool";
      case INT -> "Int32";
      case LONG -> schema.getLogicalType() == null ? "Int64" : "DateTime64(3, 'UTC')";
      case DOUBLE -> "Float64";
      case ARRAY -> "Array(" + type(schema.getElementType()) + ')';
      case RECORD, MAP, UNION, FIXED, BYTES, FLOAT, NULL ->
          throw new IllegalStateException("a table has no column for " + schema);
    };
  }
}
