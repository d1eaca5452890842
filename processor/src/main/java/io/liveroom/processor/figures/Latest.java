package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest of several facts by event time; of two at the same time, the one with the larger event
 * id, so that the order of arrival does not matter.
 *
 * @param <T> the fact
 */
public final class Latest<T> {

  private long time = Long.MIN_VALUE;
  private String eventId = "";
  private @Nullable T value;

  /** Takes a fact; null is no fact. */
  public void offer(long factTime, String factEventId, @Nullable T fact) {
    boolean later = factTime > time || (factTime == time && factEventId.compareTo(eventId) > 0);
    if (fact != null && later) {
      time = factTime;
      eventId = factEventId;
      value = fact;
    }
  }

  public @Nullable T value() {
    return value;
  }

  /** When the fact was; the beginning of time when there is none. */
  public long time() {
    return time;
  }

  public void write(StateWriter out, BiConsumer<StateWriter, T> fact) {
    out.flag(value != null);
    if (value != null) {
      out.number(time).text(eventId);
      fact.accept(out, value);
    }
  }

  public static <T> Latest<T> read(StateReader in, Function<StateReader, T> fact) {
    Latest<T> latest = new Latest<>();
    if (in.flag()) {
      latest.offer(in.number(), in.text(), fact.apply(in));
    }
    return latest;
  }
}
