package io.liveroom.cli.schemas;

import io.liveroom.schemas.Topic;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Typed dictionaries: the values are dictionaries as they come. */
final class Python implements RecordTypes.Language {

  @Override
  public String head() {
    return """
        # Written by `./liveroom schemas types python` from the schemas. Do not edit.
        \"""The records of liveroom's topics. Times are datetimes in UTC.\"""
        from datetime import datetime
        from typing import Final, Literal, TypedDict
        """;
  }

  @Override
  public String enumeration(Schema schema) {
    String symbols =
        schema.getEnumSymbols().stream()
            .map(symbol -> '"' + symbol + '"')
            .collect(Collectors.joining(", "));
    return "\n\n%s = Literal[%s]\n\"\"\"%s\"\"\"\n"
        .formatted(schema.getName(), symbols, RecordTypes.words(schema.getDoc()));
  }

  @Override
  public String record(Schema schema) {
    String fields =
        schema.getFields().stream()
            .map(
                field ->
                    "    %s: %s\n    \"\"\"%s\"\"\"\n"
                        .formatted(
                            field.name(), type(field.schema()), RecordTypes.words(field.doc())))
            .collect(Collectors.joining());
    return "\n\nclass %s(TypedDict):\n    \"\"\"%s\"\"\"\n\n%s"
        .formatted(schema.getName(), RecordTypes.words(schema.getDoc()), fields);
  }

  @Override
  public String topics(List<Topic<?>> topics) {
    String names =
        topics.stream()
            .map(
                topic ->
                    "    \"%s\": \"%s\",\n".formatted(topic.shortName(), RecordTypes.rest(topic)))
            .collect(Collectors.joining());
    return """


        TOPICS: Final = {
        %s}
        \"""Topics by their short names, without the prefix.\"""
        """
        .formatted(names);
  }

  private static String type(Schema schema) {
    if (LogicalTypes.timestampMillis().equals(schema.getLogicalType())) {
      return "datetime";
    }
    return switch (schema.getType()) {
      case STRING -> "str";
      case INT, LONG -> "int";
      case FLOAT, DOUBLE -> "float";
      case BOOLEAN -> "bool";
      case BYTES -> "bytes";
      case ENUM, RECORD -> schema.getName();
      case ARRAY -> "list[" + type(schema.getElementType()) + "]";
      case UNION -> type(RecordTypes.present(schema)) + " | None";
      case NULL, MAP, FIXED -> throw RecordTypes.unknown(schema);
    };
  }
}
