package io.liveroom.collector.rooms;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.poll.PollLoop;
import io.liveroom.collector.poll.Poller;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rooms of this worker, each on its lane. Safe for all threads. */
public final class Fleet {

  private final List<Lane> lanes;
  private final RoomParts parts;
  private final InstantSource clock;
  private final Map<String, Berth> berths = new ConcurrentHashMap<>(); // by room id

  /** A room's place. */
  private record Berth(Lane lane, RoomWatch watch) {}

  public Fleet(List<Lane> lanes, RoomParts parts, InstantSource clock) {
    this.lanes = List.copyOf(lanes);
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Watches these rooms and no others; twice changes nothing.
   *
   * @param desired what is wanted of each room, by id
   */
  public synchronized void reconcile(Map<String, RoomOrder> desired, StatusRounds rounds) {
    for (String roomId : Set.copyOf(berths.keySet())) {
      if (!desired.containsKey(roomId)) {
        end(roomId);
      }
    }
    desired.forEach(
        (roomId, order) -> {
          if (!berths.containsKey(roomId)) {
            begin(roomId, order.seenUntil(), rounds);
          }
        });
  }

  /** Ends what another worker watches now. */
  public synchronized void release(Collection<String> rooms) {
    rooms.forEach(this::end);
  }

  /** Has every room look at itself, for {@link #standing}; it takes a moment. */
  public void look() {
    for (Lane lane : lanes) {
      lane.run(
          () -> {
            for (Berth berth : berths.values()) {
              if (berth.lane() == lane) {
                berth.watch().report();
              }
            }
          });
    }
  }

  /** How these rooms were at the last look. */
  public Standing standing(Collection<String> rooms) {
    int live = 0;
    boolean isSettled = true;
    for (String roomId : rooms) {
      Berth berth = berths.get(roomId);
      live += berth != null && berth.watch().isLive() ? 1 : 0;
      isSettled &= berth != null && berth.watch().isSettled();
    }
    return new Standing(rooms.size(), live, isSettled);
  }

  /**
   * How some rooms are.
   *
   * @param live live or paused ones
   * @param isSettled all is seen of them that there is to see
   */
  public record Standing(int rooms, int live, boolean isSettled) {}

  /** Ends everything, and waits until no room asks or listens any more. */
  public void leave() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(lanes.size());
    synchronized (this) {
      Set.copyOf(berths.keySet()).forEach(this::end);
      lanes.forEach(lane -> lane.run(left::countDown));
    }
    left.await();
  }

  /** How many of the rooms were live or paused at the last look. */
  public int live() {
    return (int) berths.values().stream().filter(berth -> berth.watch().isLive()).count();
  }

  public int size() {
    return berths.size();
  }

  public boolean isWatched(String roomId) {
    return berths.containsKey(roomId);
  }

  /** What {@code status} said of a room. */
  public void status(RoomStatus status) {
    tell(status.getRoomId(), watch -> watch.status(status));
  }

  /** {@code status} was asked of a room and said nothing of it. */
  public void unmentioned(String roomId) {
    tell(roomId, RoomWatch::unmentioned);
  }

  /** What {@code feed} showed of a room. */
  public void snapshot(RoomSnapshot snapshot) {
    tell(snapshot.getRoomId(), watch -> watch.snapshot(snapshot));
  }

  /** The loop that asks {@code feed}. */
  public PollLoop feed(Poller poller, Lane lane) {
    return parts.feed(poller, lane);
  }

  private void begin(String roomId, @Nullable Instant seenUntil, StatusRounds rounds) {
    Lane lane = lanes.get(Math.floorMod(roomId.hashCode(), lanes.size()));
    RoomWatch watch = new RoomWatch(roomId, seenUntil, lane, parts, rounds, clock);
    berths.put(roomId, new Berth(lane, watch));
    lane.run(watch::start);
  }

  private void end(String roomId) {
    Berth berth = berths.remove(roomId);
    if (berth != null) {
      berth.lane().run(berth.watch()::stop);
    }
  }

  private void tell(String roomId, Consumer<RoomWatch> what) {
    Berth berth = berths.get(roomId);
    if (berth != null) {
      berth.lane().run(() -> what.accept(berth.watch()));
    }
  }
}
