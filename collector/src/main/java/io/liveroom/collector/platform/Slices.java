package io.liveroom.collector.platform;

import java.util.Arrays;

/** Parts of a payload. */
final class Slices {

  private Slices() {}

  /**
   * The bytes between two offsets; all of them where the parser does not know its place, which is
   * so with UTF-16.
   */
  static byte[] of(byte[] bytes, int from, int to) {
    boolean isKnown = 0 <= from && from <= to && to <= bytes.length;
    return isKnown ? Arrays.copyOfRange(bytes, from, to) : bytes;
  }
}
