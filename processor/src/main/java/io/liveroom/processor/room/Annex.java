package io.liveroom.processor.room;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a room's state that may be large and is seldom needed, as the goods of its shelf are:
 * it has a record of its own. So it is written only when it has changed, read only when it is asked
 * for, and lives from then until the room is written.
 *
 * @param <T> what it holds, changed in place
 */
public final class Annex<T> {

  private final Supplier<T> empty;
  private final BiConsumer<T, StateWriter> write;
  private final Function<StateReader, T> read;
  private Supplier<byte @Nullable []> written = () -> null;
  private @Nullable T live;
  private boolean isChanged;

  /**
   * @param empty makes what it holds where nothing was written
   */
  public Annex(Supplier<T> empty, BiConsumer<T, StateWriter> write, Function<StateReader, T> read) {
    this.empty = empty;
    this.write = write;
    this.read = read;
  }

  /** What it holds, to look at. */
  public T get() {
    T known = live;
    if (known == null) {
      byte[] bytes = written.get();
      known = bytes == null ? empty.get() : read.apply(new StateReader(bytes));
      live = known;
    }
    return known;
  }

  /** What it holds, to be changed. */
  public T change() {
    isChanged = true;
    return get();
  }

  /** Tells where its bytes are, once there are any. */
  void attach(Supplier<byte @Nullable []> source) {
    written = source;
  }

  /** Its bytes if it has changed since, else null; and lets go of what it holds. */
  byte @Nullable [] release() {
    byte[] changed = isChanged ? toBytes() : null;
    live = null;
    isChanged = false;
    return changed;
  }

  private byte[] toBytes() {
    StateWriter out = new StateWriter();
    write.accept(get(), out);
    return out.toBytes();
  }
}
