package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is left of one value of an unreadable payload. */
final class MaskedValue {

  /** Stands for a value that a decoder must not take for an absent one: no plain value at all. */
  private static final byte[] NOT_SHOWN = "{\"masked\":true}".getBytes(UTF_8);

  private static final byte[] NOTHING = "\"\"".getBytes(UTF_8);
  private static final byte[] SOME_NUMBER = "0".getBytes(UTF_8);
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.eE+-]{0,39}");
  private static final Pattern FIGURE =
      Pattern.compile("[-+]?[0-9][0-9.,eE+-]{0,39}\\s?[万亿wk]?\\+?|true|false|");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.:-]{0,128}");
  private static final Pattern LITERAL = Pattern.compile("true|false|null");

  private final PrivacyFilter privacy;
  private final @Nullable ViewerNames names; // null: where a string ends is a guess, as is who

  /**
   * @param names of whom the payload tells; null where it is not JSON
   */
  MaskedValue(PrivacyFilter privacy, @Nullable ViewerNames names) {
    this.privacy = privacy;
    this.names = names;
  }

  /** The key under which a part of an answer stood, were it whole. */
  String root(Endpoint endpoint) {
    return endpoint == Endpoint.PROMOTIONS ? "promotions" : "data";
  }

  /** A value without quotes. */
  byte[] bare(MaskRule rule, byte[] value) {
    String text = new String(value, UTF_8);
    if (LITERAL.matcher(text).matches()) {
      return value;
    }
    if (!NUMBER.matcher(text).matches()) {
      return hidden(value);
    }
    return switch (rule) {
      case FIGURE, IDENTIFIER -> value;
      case VIEWER_ID -> viewerId(value, text, text);
      case PUBLIC_TEXT, VIEWER_WORDS, VIEWER_MARK, HIDDEN -> SOME_NUMBER;
    };
  }

  /** A string, with its quotes. */
  byte[] quoted(MaskRule rule, byte[] inside, byte quote) {
    byte[] whole = between(inside, quote);
    String text = JsonText.unescaped(inside);
    if (text == null) {
      return rule == MaskRule.HIDDEN ? between(hidden(inside), quote) : NOT_SHOWN;
    }
    return switch (rule) {
      case FIGURE -> FIGURE.matcher(text).matches() ? whole : NOT_SHOWN;
      case IDENTIFIER -> IDENTIFIER.matcher(text).matches() ? whole : NOT_SHOWN;
      case PUBLIC_TEXT -> whole;
      case VIEWER_WORDS -> string(words(text));
      case VIEWER_ID -> viewerId(whole, text, text.strip());
      case VIEWER_MARK -> privacy.isPlain() ? whole : between(hidden(inside), quote);
      case HIDDEN -> between(hidden(inside), quote);
    };
  }

  private @Nullable String words(String text) {
    return names == null ? null : privacy.text(names.removedFrom(text));
  }

  /** An id of everybody or of nobody stays; one that is no id stays unreadable. */
  private byte[] viewerId(byte[] whole, String written, String id) {
    if (id.isEmpty() || id.equals("0") || Person.isSentinel(id)) {
      return whole;
    }
    boolean isId = IDENTIFIER.matcher(id).matches() && !isFraction(written);
    return isId ? string(privacy.markedUserId(id)) : NOT_SHOWN;
  }

  private static boolean isFraction(String text) {
    return NUMBER.matcher(text).matches() && !text.matches("-?[0-9]+");
  }

  private static byte[] string(@Nullable String text) {
    return text == null ? NOTHING : JsonText.quoted(text).getBytes(UTF_8);
  }

  private static byte[] between(byte[] inside, byte quote) {
    byte[] whole = new byte[inside.length + 2];
    whole[0] = quote;
    System.arraycopy(inside, 0, whole, 1, inside.length);
    whole[whole.length - 1] = quote;
    return whole;
  }

  /** Letters become x, digits 0; an escape is not one any more. */
  private static byte[] hidden(byte[] value) {
    byte[] shape = value.clone();
    for (int at = 0; at < shape.length; at++) {
      byte one = shape[at];
      boolean isDigit = one >= '0' && one <= '9';
      boolean says = one < 0 || one == '\\' || Character.isLetter(one);
      if (one == '\\' && at + 1 < shape.length) {
        shape[at + 1] = 'x';
      }
      shape[at] = isDigit ? (byte) '0' : says ? (byte) 'x' : one;
    }
    return shape;
  }
}
