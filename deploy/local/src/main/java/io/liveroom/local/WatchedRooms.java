package io.liveroom.local;

import io.liveroom.cli.rooms.RoomEntry;
import io.liveroom.cli.rooms.Watchlist;
import io.liveroom.control.WatchedRoom;
import io.liveroom.simulator.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the watchlist filled: rooms that were named, and the simulator's, of which a new one begins
 * whenever an anchor goes live again.
 */
final class WatchedRooms implements AutoCloseable {

  /** Marks rooms that no real platform knows. */
  static final String SIMULATED = "simulated";

  private static final Logger LOG = LoggerFactory.getLogger(WatchedRooms.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Watchlist watchlist;
  private final Clock clock;
  private final Set<String> known = new HashSet<>(); // after the start, only the timer's thread
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "simulated-rooms"));

  WatchedRooms(Watchlist watchlist, Clock clock) {
    this.watchlist = watchlist;
    this.clock = clock;
  }

  /** Watches these rooms of a real platform, and no simulated ones. */
  void watch(List<String> rooms) throws ExecutionException, InterruptedException {
    List<String> simulated =
        watchlist.rooms().stream()
            .filter(room -> room.getLabels().contains(SIMULATED))
            .map(WatchedRoom::getRoomId)
            .toList();
    watchlist.remove(simulated, clock.instant());
    add(rooms, List.of());
  }

  /** Watches these rooms and all of a simulator's, also those that begin later. */
  void watch(List<String> rooms, Simulator simulator)
      throws ExecutionException, InterruptedException {
    watchlist.rooms().forEach(room -> known.add(room.getRoomId()));
    add(rooms, List.of());
    add(simulator.roomIds(), List.of(SIMULATED));
    timer.scheduleWithFixedDelay(
        () -> follow(simulator), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void follow(Simulator simulator) {
    try {
      add(simulator.roomIds(), List.of(SIMULATED));
    } catch (ExecutionException | RuntimeException e) {
      LOG.warn("the simulator's new rooms could not be put on the watchlist", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(List<String> rooms, List<String> labels)
      throws ExecutionException, InterruptedException {
    List<RoomEntry> unknown =
        rooms.stream().filter(known::add).map(room -> new RoomEntry(room, labels, 1)).toList();
    if (!unknown.isEmpty()) {
      watchlist.add(unknown, "up", clock.instant());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
