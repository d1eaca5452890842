package io.liveroom.cli.schemas;

import io.liveroom.schemas.Topic;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Interfaces and unions of literals. */
final class TypeScript implements RecordTypes.Language {

  @Override
  public String head() {
    return """
        // Written by `./liveroom schemas types typescript` from the schemas. Do not edit.

        /** Unix epoch milliseconds, UTC: `new Date(value)`. */
        export type TimestampMillis = number;
        """;
  }

  @Override
  public String enumeration(Schema schema) {
    String symbols =
        schema.getEnumSymbols().stream()
            .map(symbol -> '"' + symbol + '"')
            .collect(Collectors.joining(" | "));
    return "\n/** %s */\nexport type %s = %s;\n"
        .formatted(RecordTypes.words(schema.getDoc()), schema.getName(), symbols);
  }

  @Override
  public String record(Schema schema) {
    String fields =
        schema.getFields().stream()
            .map(
                field ->
                    "  /** %s */\n  %s: %s;\n"
                        .formatted(
                            RecordTypes.words(field.doc()), field.name(), type(field.schema())))
            .collect(Collectors.joining());
    return "\n/** %s */\nexport interface %s {\n%s}\n"
        .formatted(RecordTypes.words(schema.getDoc()), schema.getName(), fields);
  }

  @Override
  public String topics(List<Topic<?>> topics) {
    String names = lines(topics, topic -> '"' + RecordTypes.rest(topic) + '"', ",");
    String records = lines(topics, topic -> topic.schema().getName(), ";");
    return """

        /** Topics by their short names, without the prefix. */
        export const TOPICS = {
        %s} as const;

        /** The record in a topic's values. */
        export interface Records {
        %s}
        """
        .formatted(names, records);
  }

  private static String lines(List<Topic<?>> topics, Function<Topic<?>, String> value, String end) {
    return topics.stream()
        .map(topic -> "  \"%s\": %s%s\n".formatted(topic.shortName(), value.apply(topic), end))
        .collect(Collectors.joining());
  }

  private static String type(Schema schema) {
    if (LogicalTypes.timestampMillis().equals(schema.getLogicalType())) {
      return "TimestampMillis";
    }
    return switch (schema.getType()) {
      case STRING -> "string";
      case INT, LONG, FLOAT, DOUBLE -> "number";
      case BOOLEAN -> "boolean";
      case BYTES -> "Uint8Array";
      case ENUM, RECORD -> schema.getName();
      case ARRAY -> type(schema.getElementType()) + "[]";
      case UNION -> type(RecordTypes.present(schema)) + " | null";
      case NULL, MAP, FIXED -> throw RecordTypes.unknown(schema);
    };
  }
}
