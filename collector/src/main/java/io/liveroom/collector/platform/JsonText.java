package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The inside of a JSON string, read and written without the JSON around it. */
final class JsonText {

  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private JsonText() {}

  /** What is written between the quotes; null where it is no text. */
  static @Nullable String unescaped(byte[] inside) {
    try {
      String raw = UTF_8.newDecoder().decode(ByteBuffer.wrap(inside)).toString();
      return raw.indexOf('\\') < 0 ? raw : resolved(raw);
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static @Nullable String resolved(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) != '\\') {
        text.append(raw.charAt(at++));
      } else if (at + 1 == raw.length()) {
        return null;
      } else if (raw.charAt(at + 1) == 'u') {
        int to = at + 2 + HEX_DIGITS;
        if (to > raw.length() || !raw.substring(at + 2, to).matches("[0-9a-fA-F]{4}")) {
          return null;
        }
        text.append((char) Integer.parseInt(raw.substring(at + 2, to), HEX));
        at = to;
      } else {
        text.append(plain(raw.charAt(at + 1)));
        at += 2;
      }
    }
    return text.toString();
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }
}
