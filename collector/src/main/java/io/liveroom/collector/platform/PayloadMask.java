package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hides what a payload says about viewers and keeps what it looks like: keys and punctuation stay,
 * and of the values what {@link MaskRule} keeps. Works on anything, JSON or not, byte by byte; JSON
 * stays JSON.
 */
final class PayloadMask {

  private static final int LONGEST_KEY = 64;

  private final byte[] in;
  private final Endpoint endpoint;
  private final MaskedValue values;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<String> parents = new ArrayDeque<>(); // keys of what is open; "" = none
  private @Nullable String key; // whose value comes next
  private byte last = '{'; // last byte outside of strings that is not white space

  private PayloadMask(byte[] in, Endpoint endpoint, PrivacyFilter privacy) {
    this.in = in;
    this.endpoint = endpoint;
    this.values = new MaskedValue(privacy, Wire.isJson(in) ? ViewerNames.in(in) : null);
  }

  static byte[] mask(byte[] payload, Endpoint endpoint, PrivacyFilter privacy) {
    return new PayloadMask(payload, endpoint, privacy).run();
  }

  /** The same bytes with every occurrence of some secrets starred out. */
  static byte[] without(byte[] payload, List<String> secrets) {
    byte[] cleaned = payload;
    for (String text : secrets) {
      byte[] secret = text.getBytes(UTF_8);
      for (int at = 0; secret.length > 0 && at + secret.length <= payload.length; at++) {
        if (Arrays.equals(payload, at, at + secret.length, secret, 0, secret.length)) {
          cleaned = cleaned == payload ? payload.clone() : cleaned;
          Arrays.fill(cleaned, at, at + secret.length, (byte) '*');
        }
      }
    }
    return cleaned;
  }

  private byte[] run() {
    int at = 0;
    while (at < in.length) {
      if (in[at] == '"' || in[at] == '\'') {
        at = string(at);
      } else if (isStructure(in[at])) {
        structure(in[at++]);
      } else if (Character.isWhitespace(in[at])) {
        out.write(in[at++]);
      } else {
        at = bare(at);
      }
    }
    return out.toByteArray();
  }

  private void structure(byte mark) {
    if (mark == '{' || mark == '[') {
      String outer = parents.isEmpty() ? values.root(endpoint) : parents.peek();
      parents.push(key == null ? outer : key);
    } else if ((mark == '}' || mark == ']') && !parents.isEmpty()) {
      parents.pop();
    }
    if (mark != ':') {
      key = null;
    }
    last = mark;
    out.write(mark);
  }

  /** A number, a literal, or anything that is not JSON; gives the index after it. */
  private int bare(int from) {
    int to = from;
    while (to < in.length && !isEnd(in[to])) {
      to++;
    }
    out.writeBytes(values.bare(rule(), Arrays.copyOfRange(in, from, to)));
    key = null;
    last = 'x';
    return to;
  }

  /** Takes the string that opens at an index, key or value; gives the index after it. */
  private int string(int open) {
    int close = closing(in, open);
    byte[] inside = Arrays.copyOfRange(in, open + 1, Math.min(close, in.length));
    boolean isClosed = close < in.length;
    if (isClosed && isKey(inside, close)) {
      key = new String(inside, UTF_8);
      out.write(in[open]);
      out.writeBytes(inside);
      out.write(in[open]);
    } else {
      out.writeBytes(values.quoted(isClosed ? rule() : MaskRule.HIDDEN, inside, in[open]));
      key = null;
    }
    if (isClosed) {
      last = '"';
      return close + 1;
    }
    return in.length;
  }

  private MaskRule rule() {
    return MaskRule.of(endpoint, parents.peek(), key);
  }

  /** Index of the quote that ends the string that opens at an index, or beyond the end. */
  static int closing(byte[] in, int open) {
    int at = open + 1;
    while (at < in.length && in[at] != in[open]) {
      at += in[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, in.length);
  }

  /** A short plain word between an opening brace or comma and a colon. */
  private boolean isKey(byte[] inside, int close) {
    if ((last != '{' && last != ',') || inside.length > LONGEST_KEY) {
      return false;
    }
    for (byte one : inside) {
      if (!isWord(one)) {
        return false;
      }
    }
    int after = close + 1;
    while (after < in.length && Character.isWhitespace(in[after])) {
      after++;
    }
    return after < in.length && in[after] == ':';
  }

  private static boolean isWord(byte value) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value == '_';
  }

  private static boolean isStructure(byte value) {
    return value == '{'
        || value == '}'
        || value == '['
        || value == ']'
        || value == ','
        || value == ':';
  }

  private static boolean isEnd(byte value) {
    return isStructure(value) || value == '"' || value == '\'' || Character.isWhitespace(value);
  }
}
