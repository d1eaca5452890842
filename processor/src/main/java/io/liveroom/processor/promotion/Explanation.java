package io.liveroom.processor.promotion;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * A product being explained, or just no more. Times are milliseconds of event time.
 *
 * @param start when it was first seen
 * @param atStart the product then
 * @param last when it was last seen
 * @param stopped when it was first seen to be over, since it was last seen; null while it is not
 * @param atStop the product then
 */
record Explanation(
    long start, Picture atStart, long last, @Nullable Long stopped, @Nullable Picture atStop) {

  static Explanation begun(long time, Picture picture) {
    return new Explanation(time, picture, time, null, null);
  }

  Explanation seen(long time) {
    return new Explanation(start, atStart, time, null, null);
  }

  Explanation stopped(long time, Picture picture) {
    return stopped == null ? new Explanation(start, atStart, last, time, picture) : this;
  }

  void write(StateWriter out) {
    out.number(start);
    atStart.write(out);
    out.number(last).optionalNumber(stopped);
    if (stopped != null && atStop != null) {
      atStop.write(out);
    }
  }

  static Explanation read(StateReader in) {
    long start = in.number();
    Picture atStart = Picture.read(in);
    long last = in.number();
    Long stopped = in.optionalNumber();
    return new Explanation(
        start, atStart, last, stopped, stopped == null ? null : Picture.read(in));
  }
}
