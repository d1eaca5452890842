package io.liveroom.processor.binary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bytes being read, in the order in which a {@link StateWriter} wrote them. */
public final class StateReader {

  private final ByteBuffer in;

  public StateReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  public long number() {
    long zigzag = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      zigzag |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
  }

  /** A number that was written as a count. */
  public int count() {
    return Math.toIntExact(number());
  }

  /**
   * Reads the number of the format, which comes first.
   *
   * @param what the state is of
   * @throws IllegalStateException where it is another format: another version wrote it
   */
  public void requireFormat(String what, int expected) {
    int format = count();
    if (format != expected) {
      throw new IllegalStateException(
          "the state of "
              + what
              + " was written by another version of liveroom: its format is "
              + format
              + ", this version reads "
              + expected
              + ". Go back to that version, or let figures begin anew from the observed topics:"
              + " deploy/RUNBOOK.md, \"Computing all figures again\"");
    }
  }

  public long bits() {
    return in.getLong();
  }

  public boolean flag() {
    return in.get() != 0;
  }

  public byte[] bytes() {
    byte[] value = new byte[count()];
    in.get(value);
    return value;
  }

  public String text() {
    return new String(bytes(), UTF_8);
  }

  public @Nullable String optionalText() {
    return flag() ? text() : null;
  }

  public @Nullable Long optionalNumber() {
    return flag() ? Long.valueOf(number()) : null;
  }

  public @Nullable Double optionalDouble() {
    return flag() ? Double.valueOf(Double.longBitsToDouble(bits())) : null;
  }

  public @Nullable Instant optionalInstant() {
    return flag() ? Instant.ofEpochMilli(number()) : null;
  }

  public boolean isAtEnd() {
    return !in.hasRemaining();
  }
}
