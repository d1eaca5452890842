package io.liveroom.cli.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** A schema as maps and lists, each field on a line of its own. */
final class AvroTree {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AvroTree() {}

  static Map<String, Object> of(Schema schema) {
    try {
      Map<String, Object> tree = MAPPER.readValue(schema.toString(), new TypeReference<>() {});
      if (tree.get("fields") instanceof List<?> fields) {
        tree.put("fields", fields.stream().map(YamlText.Line::new).toList());
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro wrote a schema that is no JSON", e);
    }
  }
}
