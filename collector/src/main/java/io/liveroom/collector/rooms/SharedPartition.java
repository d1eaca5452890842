package io.liveroom.collector.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partition of the watchlist in this worker's hands. It is read to its end before its rooms are
 * acted on. By the watchlist's thread only.
 */
final class SharedPartition {

  private final long end; // offset up to which it is read before it is acted on
  private final @Nullable Instant seenUntil; // by whom held it before; null where nobody did
  private final Map<String, RoomOrder> orders = new HashMap<>(); // by room id
  private boolean isLoaded;
  private boolean isSettled;

  SharedPartition(long end, @Nullable Instant seenUntil) {
    this.end = end;
    this.seenUntil = seenUntil;
  }

  /** A room is wanted; one that joins the list later was seen by nobody before. */
  void watch(String roomId, int weight, Instant addedAt) {
    boolean isOld = !isLoaded && seenUntil != null;
    orders.put(roomId, new RoomOrder(weight, isOld ? later(seenUntil, addedAt) : null));
  }

  void forget(String roomId) {
    orders.remove(roomId);
  }

  /** It has been read up to an offset; gives whether this completed it. */
  boolean isCompletedBy(long position) {
    boolean isComplete = !isLoaded && position >= end;
    isLoaded |= isComplete;
    return isComplete;
  }

  boolean isLoaded() {
    return isLoaded;
  }

  Map<String, RoomOrder> orders() {
    return orders;
  }

  Set<String> rooms() {
    return orders.keySet();
  }

  long weight() {
    return orders.values().stream().mapToLong(RoomOrder::weight).sum();
  }

  /** Once everything in it has been seen, it has; what fails later is a gap of its own. */
  boolean settle(boolean isSettledNow) {
    isSettled |= isLoaded && isSettledNow;
    return isSettled;
  }

  private static @Nullable Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }
}
