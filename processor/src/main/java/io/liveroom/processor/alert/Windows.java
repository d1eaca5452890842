package io.liveroom.processor.alert;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The windows of one room that rules look back on. */
final class Windows {

  private static final long NONE = Long.MIN_VALUE;

  /** A window that is not final by then never will be: its room's state was lost. */
  private static final long FINAL_AFTER = Duration.ofHours(3).toMillis();

  private final TreeMap<Long, Window> kept = new TreeMap<>(); // by start
  private long first = Long.MAX_VALUE; // start of the earliest window ever
  private long dropped = NONE; // start of the last window that is not kept any more
  private @Nullable Long droppedPeak; // highest online figure of those

  /** Takes a window in place of an older revision of it. */
  void put(Window window) {
    if (window.start() <= dropped) {
      return;
    }
    first = Math.min(first, window.start());
    kept.merge(window.start(), window, (one, two) -> two.revision() >= one.revision() ? two : one);
  }

  /**
   * Windows after one, in order, that are over: final, or the room has gone on to a later one.
   *
   * @param judged start of the last one judged; where there is none, the last one counts only
   */
  List<Window> overAfter(long judged, boolean finalsOnly) {
    List<Window> over =
        kept.tailMap(judged, false).values().stream()
            .filter(window -> window.isFinal() || (!finalsOnly && isOver(window)))
            .toList();
    return judged == Mark.NEVER && !over.isEmpty()
        ? over.subList(over.size() - 1, over.size())
        : over;
  }

  private boolean isOver(Window window) {
    return kept.lastKey() >= window.end();
  }

  /** Whether its final is still to come: windows become final in order. */
  boolean mayBeFinal(Window window) {
    return kept.tailMap(window.start(), true).values().stream().noneMatch(Window::isFinal);
  }

  /** Forgets what no rule looks back on from a window that may still be judged. */
  void keep(long memory) {
    if (kept.isEmpty()) {
      return;
    }
    long newest = kept.lastEntry().getValue().end();
    long lastFinal = NONE;
    for (Window window : kept.values()) {
      lastFinal = window.isFinal() ? window.end() : lastFinal;
    }
    long before = Math.max(lastFinal, newest - FINAL_AFTER) - memory;
    while (!kept.isEmpty() && kept.firstEntry().getValue().end() <= before) {
      Window oldest = kept.pollFirstEntry().getValue();
      dropped = oldest.start();
      droppedPeak = higher(droppedPeak, oldest.onlineMax());
    }
  }

  /** Start of the first window seen; the end of time where there is none. */
  long first() {
    return first;
  }

  /** Windows wholly between two times. */
  Collection<Window> between(long from, long to) {
    NavigableMap<Long, Window> some = kept.subMap(from, true, Math.max(from, to), false);
    return some.values().stream().filter(window -> window.end() <= to).toList();
  }

  /** Time-weighted mean of the online figure between two times; empty where nothing is covered. */
  OptionalDouble onlineMean(long from, long to) {
    double sum = 0;
    double covered = 0;
    for (Window window : between(from, to)) {
      if (window.onlineAverage() != null) {
        sum += window.onlineAverage() * window.covered();
        covered += window.covered();
      }
    }
    return covered == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / covered);
  }

  /** Share of the time between two times that samples cover. */
  double coverage(long from, long to) {
    return between(from, to).stream().mapToDouble(Window::covered).sum() / (to - from);
  }

  /** Highest online figure in windows that end at or before a time; null where there is none. */
  @Nullable Long peakUntil(long to) {
    Long peak = droppedPeak;
    for (Window window : kept.values()) {
      peak = window.end() <= to ? higher(peak, window.onlineMax()) : peak;
    }
    return peak;
  }

  void write(StateWriter out) {
    out.number(first).number(dropped);
    out.optionalNumber(droppedPeak).each(kept.values(), window -> window.write(out));
  }

  static Windows read(StateReader in) {
    Windows windows = new Windows();
    windows.first = in.number();
    windows.dropped = in.number();
    windows.droppedPeak = in.optionalNumber();
    for (int left = in.count(); left > 0; left--) {
      Window window = Window.read(in);
      windows.kept.put(window.start(), window);
    }
    return windows;
  }

  private static @Nullable Long higher(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
