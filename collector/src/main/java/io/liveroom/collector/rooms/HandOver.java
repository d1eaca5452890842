package io.liveroom.collector.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions this worker has given away and watches on, until their new owner says that it sees
 * everything, or a limit has passed: what two workers see twice is harmless, what none sees is
 * lost. By the watchlist's thread only.
 */
final class HandOver {

  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

  private final String worker;
  private final Fleet fleet;
  private final Map<Integer, Farewell> farewells = new TreeMap<>(); // by partition

  /** The rooms of one partition, and until when they are watched at most. */
  private record Farewell(Map<String, RoomOrder> orders, Instant until) {}

  HandOver(String worker, Fleet fleet) {
    this.worker = worker;
    this.fleet = fleet;
  }

  /** Gives a partition away, and watches it on until a moment at most. */
  void begin(int partition, Map<String, RoomOrder> orders, Instant until) {
    farewells.put(partition, new Farewell(Map.copyOf(orders), until));
  }

  /** The partition is this worker's again, and its rooms are known. */
  void takeBack(int partition) {
    farewells.remove(partition);
  }

  /** Lets go of what the marks say is seen by others, and of what has had its time. */
  void look(Map<Integer, PartitionMark> marks, Instant now) {
    farewells
        .entrySet()
        .removeIf(
            entry -> {
              boolean isOver = isOver(entry.getValue(), marks.get(entry.getKey()), now);
              if (isOver) {
                Set<String> rooms = entry.getValue().orders().keySet();
                LOG.info("partition {}: {} rooms let go", entry.getKey(), rooms.size());
                fleet.release(rooms);
              }
              return isOver;
            });
  }

  boolean isEmpty() {
    return farewells.isEmpty();
  }

  Collection<Integer> partitions() {
    return Set.copyOf(farewells.keySet());
  }

  /** Adds what is still watched to all that is wanted. */
  void addOrders(Map<String, RoomOrder> all) {
    farewells.values().forEach(farewell -> farewell.orders().forEach(all::putIfAbsent));
  }

  private boolean isOver(Farewell farewell, @Nullable PartitionMark mark, Instant now) {
    boolean isTaken = mark != null && !mark.worker().equals(worker) && mark.isSettled();
    return isTaken || !now.isBefore(farewell.until());
  }
}
