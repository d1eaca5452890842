package io.liveroom.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON text. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** One object's fields. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static String object(Fields fields) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A field whose value is JSON already. */
  static void raw(JsonGenerator json, String name, String value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(value);
  }

  /** Another object's fields, put at the end of this one. */
  static String splice(String object, String ballast) {
    return object.substring(0, object.length() - 1) + "," + ballast.substring(1);
  }
}
