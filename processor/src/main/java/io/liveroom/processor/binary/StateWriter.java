package io.liveroom.processor.binary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being written: variable-length integers, so that small numbers and short texts are small.
 */
public final class StateWriter {

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;

  private static final int LONGEST_NUMBER = 10;

  private byte[] out = new byte[256];
  private int size;

  /** Writes a number that is seldom negative. */
  public StateWriter number(long value) {
    ensure(LONGEST_NUMBER);
    long zigzag = (value << 1) ^ (value >> 63);
    while ((zigzag & ~0x7FL) != 0) {
      out[size++] = (byte) ((zigzag & 0x7F) | 0x80);
      zigzag >>>= 7;
    }
    out[size++] = (byte) zigzag;
    return this;
  }

  /** Writes eight bytes, for hashes and doubles. */
  public StateWriter bits(long value) {
    ensure(Long.BYTES);
    BIG_ENDIAN.set(out, size, value);
    size += Long.BYTES;
    return this;
  }

  public StateWriter flag(boolean value) {
    ensure(1);
    out[size++] = value ? PRESENT : ABSENT;
    return this;
  }

  public StateWriter bytes(byte[] value) {
    return number(value.length).written(value);
  }

  /** Writes what another writer wrote, as if it had been written here. */
  public StateWriter written(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, out, size, value.length);
    size += value.length;
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
    return Arrays.copyOf(out, size);
  }

  private void ensure(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(size + more, 2 * out.length));
    }
  }
}
