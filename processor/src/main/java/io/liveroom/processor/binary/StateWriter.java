package io.liveroom.processor.binary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being written: variable-length integers, so that small numbers and short texts are small.
 */
public final class StateWriter {

  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /** Writes a number that is seldom negative. */
  public StateWriter number(long value) {
    long zigzag = (value << 1) ^ (value >> 63);
    while ((zigzag & ~0x7FL) != 0) {
      out.write((int) (zigzag & 0x7F) | 0x80);
      zigzag >>>= 7;
    }
    out.write((int) zigzag);
    return this;
  }

  /** Writes eight bytes, for hashes and doubles. */
  public StateWriter bits(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
    return this;
  }

  public StateWriter flag(boolean value) {
    out.write(value ? PRESENT : ABSENT);
    return this;
  }

  public StateWriter bytes(byte[] value) {
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  public StateWriter text(String value) {
    return bytes(value.getBytes(UTF_8));
  }

  public StateWriter optionalText(@Nullable String value) {
    flag(value != null);
    return value == null ? this : text(value);
  }

  public StateWriter optionalNumber(@Nullable Long value) {
    flag(value != null);
    return value == null ? this : number(value);
  }

  public StateWriter optionalDouble(@Nullable Double value) {
    flag(value != null);
    return value == null ? this : bits(Double.doubleToLongBits(value));
  }

  public StateWriter optionalInstant(@Nullable Instant value) {
    return optionalNumber(value == null ? null : value.toEpochMilli());
  }

  /** Writes how many there are, then each. */
  public <T> StateWriter each(Collection<T> values, Consumer<T> one) {
    number(values.size());
    values.forEach(one);
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }
}
