package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.GiftTally.Giver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gift combos of a room. A combo arrives as cumulative ticks, out of order, repeated and with
 * holes; each tick adds what it reached beyond the ticks before it, at its own time.
 *
 * <p>Ticks are kept until they are settled, so that one that comes late but in time finds its
 * place.
 */
public final class GiftCombos {

  /** A longer silence ends a combo, even one without a closing message. */
  private static final long SILENCE = Duration.ofSeconds(30).toMillis();

  private final Map<Key, Combo> combos = new HashMap<>();

  /** Receives what a tick added. */
  @FunctionalInterface
  public interface Contributions {
    void add(Giver giver, GiftTick tick, long gifts);
  }

  /**
   * What makes ticks one combo.
   *
   * @param gift id, else name
   * @param group the platform's combo group; empty where there is none
   */
  public record Key(Giver giver, String gift, String group) {

    void write(StateWriter out) {
      out.optionalRepeatedText(giver.userId()).flag(giver.isAnonymous());
      out.repeatedText(gift).text(group);
    }

    static Key read(StateReader in) {
      return new Key(new Giver(in.optionalRepeatedText(), in.flag()), in.repeatedText(), in.text());
    }
  }

  public void add(Key key, GiftTick tick) {
    combos.computeIfAbsent(key, absent -> new Combo()).add(tick);
  }

  /** Tells what each unsettled tick added. */
  public void forEach(Contributions sink) {
    combos.forEach((key, combo) -> combo.walk(key.giver(), Long.MAX_VALUE, sink));
  }

  /** Tells what the ticks before a time added, and forgets them; what they reached is kept. */
  public void settle(long before, Contributions sink) {
    Iterator<Map.Entry<Key, Combo>> each = combos.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Key, Combo> entry = each.next();
      Combo combo = entry.getValue();
      combo.progress = combo.walk(entry.getKey().giver(), before, sink);
      combo.ticks.removeIf(tick -> tick.time() < before);
      if (combo.ticks.isEmpty() && combo.isSilentAt(before)) {
        each.remove();
      }
    }
  }

  public void write(StateWriter out) {
    out.each(
        combos.entrySet(),
        entry -> {
          entry.getKey().write(out);
          entry.getValue().write(out);
        });
  }

  public static GiftCombos read(StateReader in) {
    GiftCombos combos = new GiftCombos();
    for (int left = in.count(); left > 0; left--) {
      combos.combos.put(Key.read(in), Combo.read(in));
    }
    return combos;
  }

  /** Ticks of one key, in order, and how far those before them had come. */
  private static final class Combo {

    private final List<GiftTick> ticks = new ArrayList<>();
    private @Nullable Progress progress; // null before the first settled tick

    void add(GiftTick tick) {
      int place = Collections.binarySearch(ticks, tick, GiftTick.ORDER);
      if (place < 0) { // the same tick again adds nothing
        ticks.add(-place - 1, tick);
      }
    }

    boolean isSilentAt(long time) {
      return progress == null || time - progress.time > SILENCE;
    }

    @Nullable Progress walk(Giver giver, long before, Contributions sink) {
      Progress now = progress;
      for (GiftTick tick : ticks) {
        if (tick.time() >= before) {
          break;
        }
        long reached = now == null ? 0 : now.reachedBefore(tick);
        if (tick.reached() > reached) {
          sink.add(giver, tick, tick.reached() - reached);
        }
        now = Progress.after(now, tick, reached);
      }
      return now;
    }

    void write(StateWriter out) {
      out.flag(progress != null);
      if (progress != null) {
        out.number(progress.time).number(progress.reached).optionalNumber(progress.endedAt);
      }
      out.each(ticks, tick -> tick.write(out));
    }

    static Combo read(StateReader in) {
      Combo combo = new Combo();
      if (in.flag()) {
        combo.progress = new Progress(in.number(), in.number(), in.optionalNumber());
      }
      for (int left = in.count(); left > 0; left--) {
        combo.ticks.add(GiftTick.read(in));
      }
      return combo;
    }
  }

  /**
   * How far a combo has come.
   *
   * @param time of the last tick
   * @param reached the most a tick said
   * @param endedAt time of the closing message; null while open
   */
  private record Progress(long time, long reached, @Nullable Long endedAt) {

    /** What counts as reached when this tick comes: 0 when it opens a new combo. */
    long reachedBefore(GiftTick tick) {
      boolean afterSilence = tick.time() - time > SILENCE;
      boolean afterEnd = endedAt != null && tick.time() > endedAt && tick.reached() < reached;
      return afterSilence || afterEnd ? 0 : reached;
    }

    static Progress after(@Nullable Progress old, GiftTick tick, long reached) {
      boolean continues = old != null && reached == old.reached;
      Long endedBefore = continues && old != null ? old.endedAt : null;
      Long endedAt = endedBefore == null && tick.isEnd() ? Long.valueOf(tick.time()) : endedBefore;
      return new Progress(tick.time(), Math.max(reached, tick.reached()), endedAt);
    }
  }
}
