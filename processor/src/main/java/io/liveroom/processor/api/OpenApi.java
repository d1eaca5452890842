package io.liveroom.processor.api;

import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.CollectionGap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The OpenAPI document: the paths as they are written in a resource, and the records as their Avro
 * schemas say, so that the two cannot drift.
 */
final class OpenApi {

  private static final List<Schema> RECORDS =
      List.of(
          RoomSession.getClassSchema(),
          RoomMinute.getClassSchema(),
          Alert.getClassSchema(),
          PromotionChange.getClassSchema(),
          CollectionGap.getClassSchema());

  private final Answer document;

  OpenApi() {
    JsonObject json = resource();
    JsonObject schemas = json.getJsonObject("components").getJsonObject("schemas");
    RECORDS.forEach(record -> schemas.put(record.getName(), record(record)));
    document = Answer.json(json);
  }

  Answer answer() {
    return document;
  }

  private static JsonObject resource() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi/openapi.json")) {
      return new JsonObject(
          Buffer.buffer(Objects.requireNonNull(in, "the document is missing").readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the OpenAPI document can't be read", e);
    }
  }

  private static JsonObject record(Schema record) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Schema.Field field : record.getFields()) {
      properties.put(field.name(), type(field.schema()).put("description", field.doc()));
      required.add(field.name());
    }
    return new JsonObject()
        .put("type", "object")
        .put("description", record.getDoc())
        .put("properties", properties)
        .put("required", required)
        .put("additionalProperties", false);
  }

  private static JsonObject type(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> optional(schema);
      case ENUM -> word(schema);
      case ARRAY ->
          new JsonObject().put("type", "array").put("items", type(schema.getElementType()));
      case LONG, INT ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
              ? new JsonObject().put("type", "string").put("format", "date-time")
              : new JsonObject().put("type", "integer");
      case DOUBLE, FLOAT -> new JsonObject().put("type", "number");
      case BOOLEAN -> new JsonObject().put("type", "boolean");
      case STRING -> new JsonObject().put("type", "string");
      case RECORD -> record(schema);
      case MAP, FIXED, BYTES, NULL ->
          throw new IllegalStateException("no record of ours has " + schema);
    };
  }

  private static JsonObject word(Schema schema) {
    return new JsonObject()
        .put("type", "string")
        .put("enum", new JsonArray(List.copyOf(schema.getEnumSymbols())));
  }

  /** Null or a type: our only unions. */
  private static JsonObject optional(Schema union) {
    JsonObject type = type(union.getTypes().get(1));
    return type.put("type", new JsonArray().add(type.getString("type")).add("null"));
  }
}
