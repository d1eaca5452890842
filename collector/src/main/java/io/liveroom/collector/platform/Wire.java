package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lenient reading of the platform's JSON, token by token: what can be read without guessing is read
 * (single quotes, trailing commas, control characters in strings; numbers as strings and strings as
 * numbers; absent and null the same).
 */
final class Wire {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
          .build();

  private static final long SECONDS_BELOW = 100_000_000_000L; // as milliseconds that is March 1973
  private static final long LATEST_SECOND = 32_503_680_000L; // the year 3000

  private static final int LONGEST_CHARACTER = 4; // bytes, in any encoding of Unicode
  private static final byte BYTE_ORDER_MARK = (byte) 0xFE; // of UTF-16 and UTF-32; never in UTF-8
  private static final int MOST_ELEMENTS = 5000; // a hundred times what the platform sends
  private static final int LONGEST_ID = 128;

  private Wire() {}

  /** Takes one field; the parser stands on its value, which may be left unread. */
  interface FieldHandler {
    void field(String name, JsonParser parser) throws IOException;
  }

  /** Takes one element; the parser stands on it, and it may be left unread. */
  interface ElementHandler {
    void element(JsonParser parser) throws IOException;
  }

  /** UTF-8 only: in other encodings the parser does not know which byte it stands on. */
  static JsonParser open(byte[] bytes) throws IOException {
    for (int at = 0; at < Math.min(bytes.length, LONGEST_CHARACTER); at++) {
      if (bytes[at] == 0 || bytes[at] == BYTE_ORDER_MARK) {
        throw new WrongShape("it is not UTF-8");
      }
    }
    return FACTORY.createParser(bytes);
  }

  /** Whether the bytes are JSON from beginning to end, whatever it holds. */
  static boolean isJson(byte[] bytes) {
    try (JsonParser parser = open(bytes)) {
      boolean hasValue = false;
      while (parser.nextToken() != null) {
        hasValue = true;
      }
      return hasValue;
    } catch (IOException notJson) {
      return false;
    }
  }

  /** Every field of the object the parser stands on. */
  static void eachField(JsonParser parser, FieldHandler handler) throws IOException {
    if (isObject(parser)) {
      for (String name = nextField(parser); name != null; name = nextField(parser)) {
        handler.field(name, parser);
        skipUnread(parser);
      }
    }
  }

  /** Whether the parser stands on an object; what else it stands on must be nothing. */
  static boolean isObject(JsonParser parser) throws IOException {
    if (parser.isExpectedStartObjectToken()) {
      return true;
    }
    mustBeNothing(parser, "an object");
    return false;
  }

  /** Goes on to the value of an object's next field; null at its end. */
  static @Nullable String nextField(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = parser.currentName();
    parser.nextToken();
    return name;
  }

  /** Every element of the array the parser stands on. */
  static void eachElement(JsonParser parser, ElementHandler handler) throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      mustBeNothing(parser, "a list");
      return;
    }
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (++count > MOST_ELEMENTS) {
        throw new WrongShape("a list holds more than " + MOST_ELEMENTS + " elements");
      }
      handler.element(parser);
      skipUnread(parser);
    }
  }

  /** Services write what is absent in several ways: null, false, blank, an empty list or object. */
  private static void mustBeNothing(JsonParser parser, String expected) throws IOException {
    JsonToken token = parser.currentToken();
    boolean isNothing =
        token == JsonToken.VALUE_NULL
            || token == JsonToken.VALUE_FALSE
            || (token == JsonToken.VALUE_STRING && parser.getText().isBlank())
            || (token == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.END_ARRAY)
            || (token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.END_OBJECT);
    if (!isNothing) {
      throw new WrongShape("a field holds " + token + " where " + expected + " was expected");
    }
  }

  static void skipUnread(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      parser.skipChildren();
    }
  }

  /** An id, exactly as it was written; null where there is none (absent, blank or 0). */
  static @Nullable String id(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      throw new WrongShape("an id is written as a fraction");
    }
    String id = scalar(parser);
    if (id != null && id.length() > LONGEST_ID) {
      throw new WrongShape("an id is longer than " + LONGEST_ID + " characters");
    }
    return id == null || id.isBlank() || id.equals("0") ? null : id.strip();
  }

  /** A text; null where there is none. */
  static @Nullable String text(JsonParser parser) throws IOException {
    return scalar(parser);
  }

  /** A text; null where it is blank. */
  static @Nullable String filled(JsonParser parser) throws IOException {
    String text = scalar(parser);
    return text == null || text.isBlank() ? null : text;
  }

  static @Nullable Figure figure(JsonParser parser) throws IOException {
    String text = scalar(parser);
    return text == null ? null : Figure.parse(text);
  }

  static @Nullable Long number(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    Figure figure = figure(parser);
    return figure == null ? null : figure.value();
  }

  static @Nullable Integer code(JsonParser parser) throws IOException {
    Long number = number(parser);
    if (number == null) {
      return null;
    }
    if (number != number.intValue()) {
      throw new WrongShape("a code is larger than 32 bits");
    }
    return number.intValue();
  }

  static @Nullable Boolean flag(JsonParser parser) throws IOException {
    String text = scalar(parser);
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (text.strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new WrongShape("a flag is neither true nor false");
    };
  }

  static @Nullable Double fraction(JsonParser parser) throws IOException {
    String text = scalar(parser);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      double fraction = Double.parseDouble(text);
      if (Double.isFinite(fraction)) {
        return fraction;
      }
    } catch (NumberFormatException notOne) {
      // told below, as with infinity
    }
    throw new WrongShape("a fraction is not a number");
  }

  /** A time in seconds or milliseconds since the epoch, told apart by size; null where 0. */
  static @Nullable Instant time(JsonParser parser) throws IOException {
    Long value = number(parser);
    if (value == null || value <= 0) {
      return null;
    }
    if (value / 1000 > LATEST_SECOND) {
      throw new WrongShape("a time is beyond the year 3000");
    }
    return value < SECONDS_BELOW ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == null || !token.isScalarValue()) {
      throw new WrongShape("a field holds " + token + " where a plain value was expected");
    }
    return parser.getText();
  }
}
