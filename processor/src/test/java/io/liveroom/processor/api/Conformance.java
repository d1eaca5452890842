package io.liveroom.processor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers against the OpenAPI document that the server itself gives. */
final class Conformance {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode document;

  Conformance(String document) {
    this.document = (ObjectNode) read(document);
  }

  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    document.get("paths").fieldNames().forEachRemaining(paths::add);
    return paths;
  }

  /** Fails where an answer is not what the document says of a path. */
  void check(String path, String answer) {
    JsonNode schema =
        document
            .at("/paths/" + path.replace("~", "~0").replace("/", "~1"))
            .at("/get/responses/200/content/application~1json/schema");
    assertThat(schema.isMissingNode()).as("the document knows " + path).isFalse();
    assertThat(schema(schema).validate(read(answer))).as(path + " answers " + answer).isEmpty();
  }

  /** Fails where an event is not what the document says of its record. */
  void checkComponent(String name, String json) {
    JsonNode schema = MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
    assertThat(schema(schema).validate(read(json))).as(name + " " + json).isEmpty();
  }

  /** With the document's components beside it, which it refers to. */
  private JsonSchema schema(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }
}
