package io.liveroom.cli.schemas;

import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The records of the catalogue as types of another language, as its usual Avro library gives them
 * to a reader.
 */
public final class RecordTypes {

  /** How a language writes types. */
  interface Language {

    /** What stands above the types. */
    String head();

    /** Types of an enum's symbols. */
    String enumeration(Schema schema);

    /** Type of a record. */
    String record(Schema schema);

    /** Short names of topics, with the rest of their names and their records. */
    String topics(List<Topic<?>> topics);
  }

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final Language language;

  private RecordTypes(Language language) {
    this.language = language;
  }

  /** For KafkaJS with Confluent's registry client, or any reader on {@code avsc}. */
  public static RecordTypes typescript() {
    return new RecordTypes(new TypeScript());
  }

  /** For Confluent's client, or any reader on {@code fastavro}. */
  public static RecordTypes python() {
    return new RecordTypes(new Python());
  }

  /** The types, one file. */
  public String text() {
    Map<String, Schema> named = new LinkedHashMap<>();
    topics.all().forEach(topic -> collect(topic.schema(), named));
    String types =
        named.values().stream()
            .map(
                schema ->
                    schema.getType() == Schema.Type.ENUM
                        ? language.enumeration(schema)
                        : language.record(schema))
            .collect(Collectors.joining());
    return language.head() + types + language.topics(topics.all());
  }

  /** What a type is made of comes before it. */
  private static void collect(Schema schema, Map<String, Schema> named) {
    switch (schema.getType()) {
      case RECORD -> {
        schema.getFields().forEach(field -> collect(field.schema(), named));
        add(schema, named);
      }
      case ENUM -> add(schema, named);
      case ARRAY -> collect(schema.getElementType(), named);
      case UNION -> schema.getTypes().forEach(type -> collect(type, named));
      default -> {} // has no name
    }
  }

  private static void add(Schema schema, Map<String, Schema> named) {
    Schema other = named.putIfAbsent(schema.getName(), schema);
    if (other != null && !other.getFullName().equals(schema.getFullName())) {
      throw new IllegalStateException("two types are called " + schema.getName());
    }
  }

  /** Text without what ends a comment early in either language. */
  static String words(String doc) {
    return doc.replace("*/", "* /").replace("\"\"\"", "'''").replace("\\", "\\\\");
  }

  /** The type in a union with null; else the type itself. */
  static Schema present(Schema schema) {
    return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(1) : schema;
  }

  static IllegalStateException unknown(Schema schema) {
    return new IllegalStateException("no record has had a field of this type yet: " + schema);
  }

  /** A topic's name without its prefix. */
  static String rest(Topic<?> topic) {
    return topic.name().substring(Topics.DEFAULT_PREFIX.length() + 1);
  }
}
