package io.liveroom.processor.figures;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.GiftTally.Gift;
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
      out.optionalText(giver.userId()).flag(giver.isAnonymous()).text(gift).text(group);
    }

    static Key read(StateReader in) {
      return new Key(new Giver(in.optionalText(), in.flag()), in.text(), in.text());
    }
  }

  /**
   * Takes a tick, and tells what it added.
   *
   * @return false where it lies before others of its combo, and changes what they added: then
   *     nothing is told, and {@link #forEach} tells all anew
   */
  public boolean add(Key key, GiftTick tick, Contributions sink) {
    return combos.computeIfAbsent(key, Combo::new).add(tick, sink);
  }

  /** Tells what each unsettled tick added. */
  public void forEach(Contributions sink) {
    combos.values().forEach(combo -> combo.walk(Long.MAX_VALUE, sink));
  }

  /** Tells what the ticks before a time added, and forgets them; what they reached is kept. */
  public void settle(long before, Contributions sink) {
    Iterator<Combo> each = combos.values().iterator();
    while (each.hasNext()) {
      Combo combo = each.next();
      combo.settle(before, sink);
      if (combo.ticks.isEmpty() && combo.isSilentAt(before)) {
        each.remove();
      }
    }
  }

  public void write(StateWriter out) {
    out.each(combos.values(), combo -> out.written(combo.toBytes()));
  }

  public static GiftCombos read(StateReader in) {
    GiftCombos combos = new GiftCombos();
    for (int left = in.count(); left > 0; left--) {
      Combo combo = Combo.read(in);
      combos.combos.put(combo.key, combo);
    }
    return combos;
  }

  /** Ticks of one key, in order, and how far those before them had come. */
  private static final class Combo {

    private final Key key;
    private final List<GiftTick> ticks = new ArrayList<>();
    private @Nullable Progress progress; // null before the first settled tick
    private @Nullable Progress latest; // after all ticks; null before the first
    private byte @Nullable [] written; // null where it has changed since: most have not

    Combo(Key key) {
      this.key = key;
    }

    boolean add(GiftTick tick, Contributions sink) {
      int place = Collections.binarySearch(ticks, tick, GiftTick.ORDER);
      if (place >= 0) { // the same tick again adds nothing
        return true;
      }
      written = null;
      ticks.add(-place - 1, tick);
      boolean isLast = -place == ticks.size();
      latest = isLast ? step(latest, tick, sink) : walk(Long.MAX_VALUE, (giver, each, gifts) -> {});
      return isLast;
    }

    boolean isSilentAt(long time) {
      return progress == null || time - progress.time > SILENCE;
    }

    void settle(long before, Contributions sink) {
      if (ticks.isEmpty() || ticks.get(0).time() >= before) {
        return;
      }
      written = null;
      progress = walk(before, sink);
      ticks.removeIf(tick -> tick.time() < before);
    }

    @Nullable Progress walk(long before, Contributions sink) {
      Progress now = progress;
      for (GiftTick tick : ticks) {
        if (tick.time() >= before) {
          break;
        }
        now = step(now, tick, sink);
      }
      return now;
    }

    private Progress step(@Nullable Progress now, GiftTick tick, Contributions sink) {
      long reached = now == null ? 0 : now.reachedBefore(tick);
      if (tick.reached() > reached) {
        sink.add(key.giver(), tick, tick.reached() - reached);
      }
      return Progress.after(now, tick, reached);
    }

    byte[] toBytes() {
      byte[] known = written;
      if (known == null) {
        StateWriter out = new StateWriter();
        write(out);
        known = out.toBytes();
        written = known;
      }
      return known;
    }

    private void write(StateWriter out) {
      key.write(out);
      out.flag(progress != null);
      if (progress != null) {
        out.number(progress.time).number(progress.reached).optionalNumber(progress.endedAt);
      }
      out.number(ticks.size());
      Gift before = null;
      for (GiftTick tick : ticks) {
        tick.write(out, before);
        before = tick.gift();
      }
    }

    static Combo read(StateReader in) {
      Combo combo = new Combo(Key.read(in));
      if (in.flag()) {
        combo.progress = new Progress(in.number(), in.number(), in.optionalNumber());
      }
      Gift before = null;
      for (int left = in.count(); left > 0; left--) {
        GiftTick tick = GiftTick.read(in, before);
        combo.ticks.add(tick);
        before = tick.gift();
      }
      combo.latest = combo.walk(Long.MAX_VALUE, (giver, tick, gifts) -> {});
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
