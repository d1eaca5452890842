package io.liveroom.processor.figures;

import io.liveroom.observed.ChatEvent;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the last message, the last one of business, and the last snapshot were. */
public final class LastSeen {

  private static final long NEVER = Long.MIN_VALUE;

  private long message = NEVER;
  private long business = NEVER;
  private long snapshot = NEVER;

  public void message(ChatEvent event) {
    long time = event.getEventTime().toEpochMilli();
    message = Math.max(message, time);
    if (ChatTally.isBusiness(event.getKind())) {
      business = Math.max(business, time);
    }
  }

  public void snapshot(long time) {
    snapshot = Math.max(snapshot, time);
  }

  /** Takes in what another saw. */
  public void include(LastSeen other) {
    message = Math.max(message, other.message);
    business = Math.max(business, other.business);
    snapshot = Math.max(snapshot, other.snapshot);
  }

  /** Whole seconds from the last message to a time; null when there was none. */
  public @Nullable Long secondsSinceMessage(long end) {
    return seconds(message, end);
  }

  public @Nullable Long secondsSinceBusinessMessage(long end) {
    return seconds(business, end);
  }

  public @Nullable Long secondsSinceSnapshot(long end) {
    return seconds(snapshot, end);
  }

  public void write(StateWriter out) {
    out.optionalNumber(known(message)).optionalNumber(known(business));
    out.optionalNumber(known(snapshot));
  }

  public static LastSeen read(StateReader in) {
    LastSeen seen = new LastSeen();
    seen.message = orNever(in.optionalNumber());
    seen.business = orNever(in.optionalNumber());
    seen.snapshot = orNever(in.optionalNumber());
    return seen;
  }

  private static @Nullable Long seconds(long time, long end) {
    return time == NEVER ? null : Long.valueOf(Duration.ofMillis(end - time).toSeconds());
  }

  private static @Nullable Long known(long time) {
    return time == NEVER ? null : Long.valueOf(time);
  }

  private static long orNever(@Nullable Long time) {
    return time == null ? NEVER : time;
  }
}
