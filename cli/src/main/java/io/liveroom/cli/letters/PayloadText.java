package io.liveroom.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * Bytes for a person's eyes: what looks like JSON is broken into lines without being read as JSON,
 * since it may not be; control characters are shown, not sent to the terminal; what is no text is
 * shown as hexadecimal.
 */
final class PayloadText {

  private static final int STEP = 2;
  private static final int DEEPEST = 40; // columns are finite, and the bytes may be anything
  private static final int ROW = 16;

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean isInString;
  private boolean isEscaped;

  private PayloadText() {}

  static String of(byte[] bytes) {
    String decoded = new String(bytes, UTF_8);
    long unreadable = decoded.chars().filter(PayloadText::isUnreadable).count();
    return unreadable * 10 > decoded.length()
        ? hexadecimal(bytes)
        : new PayloadText().lines(decoded);
  }

  private static boolean isUnreadable(int letter) {
    return letter == '\uFFFD' || (Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0);
  }

  private String lines(String decoded) {
    decoded.chars().forEach(letter -> take((char) letter));
    return text.toString();
  }

  private void take(char letter) {
    if (isInString) {
      shown(letter);
      isInString = letter != '"' || isEscaped;
      isEscaped = letter == '\\' && !isEscaped;
      return;
    }
    switch (letter) {
      case '{', '[' -> {
        text.append(letter);
        line(+1);
      }
      case '}', ']' -> {
        line(-1);
        text.append(letter);
      }
      case ',' -> {
        text.append(letter);
        line(0);
      }
      case ':' -> text.append(": ");
      case ' ', '\t', '\n', '\r' -> {} // between the parts: the lines are ours
      default -> {
        isInString = letter == '"';
        shown(letter);
      }
    }
  }

  private void line(int deeper) {
    depth = Math.max(0, Math.min(DEEPEST, depth + deeper));
    text.append('\n').append(" ".repeat(depth * STEP));
  }

  private void shown(char letter) {
    if (Character.isISOControl(letter)) {
      text.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
    } else {
      text.append(letter);
    }
  }

  private static String hexadecimal(byte[] bytes) {
    StringBuilder rows = new StringBuilder();
    for (int start = 0; start < bytes.length; start += ROW) {
      rows.append(String.format(Locale.ROOT, "%08x ", start));
      for (int i = start; i < Math.min(bytes.length, start + ROW); i++) {
        rows.append(String.format(Locale.ROOT, " %02x", bytes[i]));
      }
      rows.append('\n');
    }
    return rows.toString().stripTrailing();
  }
}
