package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * A counter over a whole broadcast: its first value, its last and its largest. Of several at the
 * same time the largest counts.
 */
public final class CounterSpan {

  private boolean empty = true;
  private long firstTime;
  private long first;
  private long lastTime;
  private long last;
  private long max;

  public void add(long time, long value) {
    if (empty || time < firstTime || (time == firstTime && value > first)) {
      firstTime = time;
      first = value;
    }
    if (empty || time > lastTime || (time == lastTime && value > last)) {
      lastTime = time;
      last = value;
    }
    max = empty ? value : Math.max(max, value);
    empty = false;
  }

  /** Adds a figure that may not have come. */
  public void addIfKnown(long time, @Nullable Long value) {
    if (value != null) {
      add(time, value);
    }
  }

  /** Growth of the running maximum since the first value; null when there is none. */
  public @Nullable Long growth() {
    return empty ? null : Long.valueOf(max - first);
  }

  /** Last minus first, for what may also fall; null when there is none. */
  public @Nullable Long change() {
    return empty ? null : Long.valueOf(last - first);
  }

  public @Nullable Long last() {
    return empty ? null : Long.valueOf(last);
  }

  public @Nullable Long max() {
    return empty ? null : Long.valueOf(max);
  }

  public @Nullable Long firstTime() {
    return empty ? null : Long.valueOf(firstTime);
  }

  public @Nullable Long lastTime() {
    return empty ? null : Long.valueOf(lastTime);
  }

  public void write(StateWriter out) {
    out.flag(empty);
    if (!empty) {
      out.number(firstTime).number(first).number(lastTime).number(last).number(max);
    }
  }

  public static CounterSpan read(StateReader in) {
    CounterSpan span = new CounterSpan();
    span.empty = in.flag();
    if (!span.empty) {
      span.firstTime = in.number();
      span.first = in.number();
      span.lastTime = in.number();
      span.last = in.number();
      span.max = in.number();
    }
    return span;
  }
}
