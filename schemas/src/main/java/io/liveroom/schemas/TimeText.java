package io.liveroom.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Times as ASCII, like {@code 2026-11-26T02:50:41.007Z}. Each record bears one, most of them lie in
 * a few seconds, and formatting costs more than copying: what was made for a second is kept. Safe
 * for all threads.
 */
final class TimeText {

  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final int MILLIS_AT = 4; // digits and the zone, from the end

  private static final int KEPT = 256; // seconds, a power of two

  private static final AtomicReferenceArray<Second> SECONDS = new AtomicReferenceArray<>(KEPT);

  private TimeText() {}

  /** The text of one second, its milliseconds zero. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never given away
  private record Second(long epochSecond, byte[] text) {
    static Second of(long epochSecond) {
      String text = Instant.ofEpochSecond(epochSecond).toString();
      return new Second(epochSecond, text.replace("Z", ".000Z").getBytes(US_ASCII));
    }
  }

  static byte[] of(Instant time) {
    Second second = second(time.getEpochSecond());
    byte[] text = Arrays.copyOf(second.text, second.text.length);
    int millis = time.getNano() / NANOS_OF_MILLI;
    int at = text.length - MILLIS_AT;
    text[at] += (byte) (millis / 100);
    text[at + 1] += (byte) (millis / 10 % 10);
    text[at + 2] += (byte) (millis % 10);
    return text;
  }

  private static Second second(long epochSecond) {
    int place = (int) epochSecond & (KEPT - 1);
    Second kept = SECONDS.get(place);
    if (kept != null && kept.epochSecond == epochSecond) {
      return kept;
    }
    Second made = Second.of(epochSecond);
    SECONDS.set(place, made);
    return made;
  }
}
