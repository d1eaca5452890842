package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The layers the service wraps around what was asked: {@code code} outside, {@code status_code} and
 * the server's clock inside. Its fields come in any order.
 */
final class Envelope {

  static final int GOOD = 200;

  private int code = GOOD;
  private int statusCode;
  private @Nullable Instant now;
  private boolean isThere;

  /** Takes what an envelope holds. */
  interface Content {
    /** {@code data.data}. */
    void inner(JsonParser parser) throws IOException;

    /** Any field of {@code data} that is not the envelope's own. */
    void beside(String name, JsonParser parser) throws IOException;
  }

  /** Reads a whole payload. */
  static Envelope read(byte[] bytes, Content content) throws IOException {
    Envelope envelope = new Envelope();
    try (JsonParser parser = Wire.open(bytes)) {
      parser.nextToken();
      Wire.eachField(parser, (name, value) -> envelope.outer(name, value, content));
      envelope.finish(parser);
    }
    if (!envelope.isThere) {
      throw new WrongShape("there is neither code nor data");
    }
    return envelope;
  }

  /** Reads only whether it is an error: in one that is, everything else may have any shape. */
  static Envelope verdict(byte[] bytes) throws IOException {
    Envelope envelope = new Envelope();
    try (JsonParser parser = Wire.open(bytes)) {
      parser.nextToken();
      Wire.eachField(parser, envelope::verdict);
      envelope.finish(parser);
    }
    return envelope;
  }

  private void verdict(String name, JsonParser parser) throws IOException {
    if (name.equals("code") || name.equals("status_code")) {
      own(name, parser);
    } else if (name.equals("data") && parser.isExpectedStartObjectToken()) {
      Wire.eachField(parser, this::innerVerdict);
    }
  }

  private void innerVerdict(String name, JsonParser parser) throws IOException {
    if (name.equals("status_code")) {
      own(name, parser);
    }
  }

  private void outer(String name, JsonParser parser, Content content) throws IOException {
    if (name.equals("data")) {
      isThere = true;
      Wire.eachField(parser, (field, value) -> data(field, value, content));
    } else {
      own(name, parser);
    }
  }

  private void data(String name, JsonParser parser, Content content) throws IOException {
    if (name.equals("data")) {
      content.inner(parser);
    } else if (!own(name, parser)) {
      content.beside(name, parser);
    }
  }

  /** Takes a field if it is the envelope's own, at whatever layer. */
  boolean own(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "code" -> code(parser);
      case "status_code" -> statusCode = orElse(Wire.code(parser), 0);
      case "extra" -> Wire.eachField(parser, this::extra);
      case "now" -> now(parser);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void code(JsonParser parser) throws IOException {
    isThere = true;
    code = orElse(Wire.code(parser), GOOD);
  }

  private void extra(String name, JsonParser parser) throws IOException {
    if (name.equals("now")) {
      now(parser);
    }
  }

  private void now(JsonParser parser) throws IOException {
    now = Wire.time(parser);
  }

  /** Nothing may follow: half an answer glued to another one is not readable. */
  void finish(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new WrongShape("something follows the answer");
    }
  }

  boolean isGood() {
    return code == GOOD && statusCode == 0;
  }

  /** The service's complaint, the outer one first. */
  int complaint() {
    return code == GOOD ? statusCode : code;
  }

  @Nullable Instant now() {
    return now;
  }

  private static int orElse(@Nullable Integer value, int other) {
    return value == null ? other : value;
  }
}
