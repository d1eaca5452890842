package io.liveroom.warehouse;

import static java.util.stream.Collectors.joining;

import io.liveroom.warehouse.Connectors.Table;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * A table as PostgreSQL is told to make it: the columns that the sink would make, with their
 * documentation.
 */
final class TableText {

  static final String HEAD =
      """
      -- The warehouse's tables. Written from the connectors and the schemas by TablesTest; do not edit.
      -- Run before the sink starts: it cannot make a column that is a list with a default. Columns of fields
      -- that come later it adds by itself. Times are UTC.
      CREATE SCHEMA IF NOT EXISTS liveroom;
      """;

  private TableText() {}

  static String of(Table table) {
    Schema schema = table.topic().schema();
    String columns = schema.getFields().stream().map(TableText::column).collect(joining(",\n"));
    String comments =
        schema.getFields().stream().map(field -> comment(table, field)).collect(joining());
    return String.format(
        Locale.ROOT,
        "\nCREATE TABLE IF NOT EXISTS %s (\n%s,\n  PRIMARY KEY (%s)\n);\nCOMMENT ON TABLE %s IS %s;\n%s",
        table.name(),
        columns,
        String.join(", ", table.key()),
        table.name(),
        quoted(schema.getDoc()),
        comments);
  }

  private static String column(Field field) {
    Schema value = value(field.schema());
    boolean isRequired = field.schema().getType() != Schema.Type.UNION;
    return "  "
        + field.name()
        + ' '
        + type(value)
        + (isRequired ? " NOT NULL" : "")
        + (isRequired && field.hasDefaultValue() ? " DEFAULT " + initial(value, field) : "");
  }

  private static String comment(Table table, Field field) {
    return "COMMENT ON COLUMN "
        + table.name()
        + '.'
        + field.name()
        + " IS "
        + quoted(field.doc())
        + ";\n";
  }

  /** The type of an optional field without its null. */
  static Schema value(Schema schema) {
    return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(1) : schema;
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case STRING, ENUM -> "text";
      case BOOLEAN -> "boolean";
      case INT -> "integer";
      case LONG -> schema.getLogicalType() == null ? "bigint" : "timestamp";
      case DOUBLE -> "double precision";
      case ARRAY -> type(schema.getElementType()) + "[]";
      case RECORD, MAP, UNION, FIXED, BYTES, FLOAT, NULL ->
          throw new IllegalStateException("a table has no column for " + schema);
    };
  }

  private static String initial(Schema schema, Field field) {
    return schema.getType() == Schema.Type.ARRAY
        ? "'{}'"
        : schema.getType() == Schema.Type.STRING || schema.getType() == Schema.Type.ENUM
            ? quoted(String.valueOf(field.defaultVal()))
            : String.valueOf(field.defaultVal());
  }

  private static String quoted(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
