package io.liveroom.collector.platform;

import java.util.Arrays;

/**
 * Hides what a payload says and keeps what it looks like: keys and punctuation stay, letters become
 * x and digits 0. Works on anything, JSON or not, byte by byte.
 */
final class PayloadMask {

  private static final int LONGEST_KEY = 64;

  private final byte[] in;
  private final byte[] out;
  private byte lastStructural = '{'; // last byte outside of strings that is not white space

  private PayloadMask(byte[] in) {
    this.in = in;
    this.out = in.clone();
  }

  static byte[] mask(byte[] payload) {
    return new PayloadMask(payload).run();
  }

  /** The same bytes with every occurrence of a secret starred out. */
  static byte[] without(byte[] payload, byte[] secret) {
    if (secret.length == 0) {
      return payload;
    }
    byte[] cleaned = payload;
    for (int at = 0; at + secret.length <= payload.length; at++) {
      if (Arrays.equals(payload, at, at + secret.length, secret, 0, secret.length)) {
        cleaned = cleaned == payload ? payload.clone() : cleaned;
        Arrays.fill(cleaned, at, at + secret.length, (byte) '*');
      }
    }
    return cleaned;
  }

  private byte[] run() {
    int at = 0;
    while (at < in.length) {
      if (in[at] == '"' || in[at] == '\'') {
        at = string(at);
      } else {
        structural(at++);
      }
    }
    return out;
  }

  private void structural(int at) {
    out[at] = hidden(in[at]);
    if (!Character.isWhitespace(in[at])) {
      lastStructural = in[at];
    }
  }

  /** Masks the string that opens at an index, unless it is a key; gives the index after it. */
  private int string(int open) {
    int close = closing(open);
    if (!isKey(open, close)) {
      for (int at = open + 1; at < close; at++) {
        out[at] = hidden(in[at]);
      }
    }
    lastStructural = '"';
    return close + 1;
  }

  private int closing(int open) {
    int at = open + 1;
    while (at < in.length && in[at] != in[open]) {
      at += in[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, in.length);
  }

  /** A short plain word between an opening brace or comma and a colon. */
  private boolean isKey(int open, int close) {
    if ((lastStructural != '{' && lastStructural != ',') || close - open > LONGEST_KEY) {
      return false;
    }
    for (int at = open + 1; at < close; at++) {
      if (!isWord(in[at])) {
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

  private static byte hidden(byte value) {
    if (value >= '0' && value <= '9') {
      return '0';
    }
    boolean says = value < 0 || (isWord(value) && value != '_');
    return says ? (byte) 'x' : value;
  }
}
