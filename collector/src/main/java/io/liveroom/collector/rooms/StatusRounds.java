package io.liveroom.collector.rooms;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.FailureCategory;
import io.liveroom.collector.poll.PollOutcome;
import io.liveroom.collector.publish.Pressure;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks {@code status} of all rooms of a worker, round after round, in batches that are spread over
 * the interval; of a new room at once, together with other new ones. Ended rooms are asked ever
 * more rarely, and leave after a while. Has a lane of its own; {@link #watch}, {@link #soon} and
 * {@link #forget} may be called on any thread.
 */
public final class StatusRounds {

  private static final Duration GATHERING = Duration.ofMillis(100); // for a batch of new rooms
  private static final Duration RAREST = Duration.ofMinutes(10);
  private static final int RARER_BY = 4; // the pause is a quarter of the time since the end

  private final Function<List<String>, Future<PollOutcome>> asker;
  private final Duration interval;
  private final Duration leaveAfter;
  private final BatchSize batchSize;
  private final Lane lane;
  private final InstantSource clock;
  private final Pressure pressure;
  private final Consumer<String> leaver;
  private final Map<String, Due> rooms = new TreeMap<>(); // neighbours share a batch every time
  private final Set<String> wanted = new TreeSet<>(); // at once
  private final Set<String> refusedAlone = new HashSet<>(); // would spoil a batch
  private Instant heldUntil = Instant.MIN; // the platform wants to be left alone
  private boolean isGathering;
  private boolean isRunning;

  /** When a room is asked next, and since when it has ended; MAX while it has not. */
  private record Due(Instant at, Instant endedAt) {}

  /**
   * @param asker makes one request for a batch of rooms
   * @param leaver hears of rooms that ended so long ago that they leave
   */
  public StatusRounds(
      Function<List<String>, Future<PollOutcome>> asker,
      Duration interval,
      int batchSize,
      Duration leaveAfter,
      Lane lane,
      InstantSource clock,
      Pressure pressure,
      Consumer<String> leaver) {
    this.asker = asker;
    this.interval = interval;
    this.batchSize = new BatchSize(batchSize);
    this.leaveAfter = leaveAfter;
    this.lane = lane;
    this.clock = clock;
    this.pressure = pressure;
    this.leaver = leaver;
  }

  public void start() {
    lane.run(
        () -> {
          isRunning = true;
          round();
          gather();
        });
  }

  public void stop() {
    lane.run(() -> isRunning = false);
  }

  /** Has a room asked in every round, or more rarely once it has ended; twice is once. */
  void watch(String roomId, Instant endedAt) {
    lane.run(
        () -> {
          Due known = rooms.get(roomId);
          rooms.put(roomId, new Due(known == null ? nextRound() : known.at(), endedAt));
          if (known == null) {
            want(roomId);
          }
        });
  }

  /** Asks about a room as soon as may be, together with others. */
  void soon(String roomId) {
    lane.run(() -> want(roomId));
  }

  void forget(String roomId) {
    lane.run(
        () -> {
          rooms.remove(roomId);
          wanted.remove(roomId);
          refusedAlone.remove(roomId);
        });
  }

  /** How long after an answer a room is asked again. */
  static Duration pause(Duration interval, Instant endedAt, Instant now) {
    if (endedAt.equals(Instant.MAX)) {
      return Duration.ZERO;
    }
    Duration rarer = Duration.between(endedAt, now).dividedBy(RARER_BY);
    Duration bounded = rarer.compareTo(RAREST) > 0 ? RAREST : rarer;
    return bounded.compareTo(interval) < 0 ? interval : bounded;
  }

  /** A room that is asked at once need not be asked in a round that begins right after. */
  private Instant nextRound() {
    return clock.instant().plus(interval.dividedBy(2));
  }

  private void want(String roomId) {
    wanted.add(roomId);
    gather();
  }

  private void gather() {
    if (isRunning && !isGathering && !wanted.isEmpty()) {
      isGathering = true;
      lane.after(GATHERING, this::askWanted);
    }
  }

  private void askWanted() {
    isGathering = false;
    if (isHeld()) {
      gather();
      return;
    }
    List<String> all = List.copyOf(wanted);
    wanted.clear();
    batches(all).forEach(this::ask);
  }

  private boolean isHeld() {
    return pressure.isHigh() || clock.instant().isBefore(heldUntil);
  }

  private void round() {
    if (!isRunning) {
      return;
    }
    lane.after(interval, this::round);
    if (isHeld()) {
      return;
    }
    List<List<String>> batches = batches(due(clock.instant()));
    for (int number = 0; number < batches.size(); number++) {
      List<String> batch = batches.get(number);
      Duration shift = interval.multipliedBy(number).dividedBy(batches.size());
      lane.after(shift, () -> ask(batch));
    }
    batchSize.grow();
  }

  private List<String> due(Instant now) {
    List<String> due = new ArrayList<>();
    for (Map.Entry<String, Due> entry : rooms.entrySet()) {
      Due room = entry.getValue();
      if (!room.at().isAfter(now)) {
        due.add(entry.getKey());
        Duration pause = pause(interval, room.endedAt(), now);
        entry.setValue(new Due(now.plus(pause), room.endedAt()));
        if (hasLeft(room, now)) {
          leaver.accept(entry.getKey());
        }
      }
    }
    return due;
  }

  private boolean hasLeft(Due room, Instant now) {
    return !room.endedAt().equals(Instant.MAX) && now.isAfter(room.endedAt().plus(leaveAfter));
  }

  private List<List<String>> batches(List<String> asked) {
    List<String> together = asked.stream().filter(room -> !refusedAlone.contains(room)).toList();
    List<List<String>> batches = new ArrayList<>(split(together, batchSize.now()));
    asked.stream().filter(refusedAlone::contains).forEach(room -> batches.add(List.of(room)));
    return batches;
  }

  private static List<List<String>> split(List<String> rooms, int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < rooms.size(); from += size) {
      parts.add(List.copyOf(rooms.subList(from, Math.min(rooms.size(), from + size))));
    }
    return parts;
  }

  private void ask(List<String> batch) {
    if (isRunning) {
      Instant asked = clock.instant();
      asker.apply(batch).onSuccess(outcome -> lane.run(() -> answered(batch, asked, outcome)));
    }
  }

  private void answered(List<String> batch, Instant asked, PollOutcome outcome) {
    if (outcome instanceof PollOutcome.Failed failed) {
      failed(batch, failed.category());
    } else if (outcome instanceof PollOutcome.Throttled) {
      heldUntil = outcome.notBefore(asked, clock.instant());
    } else if (outcome instanceof PollOutcome.Observed && batch.size() == 1) {
      refusedAlone.remove(batch.get(0));
    }
  }

  /** A refused batch may be too large, or hold a room that the service does not like. */
  private void failed(List<String> batch, FailureCategory category) {
    boolean isRefused = category == FailureCategory.CLIENT_ERROR;
    if (batch.size() == 1) {
      if (isRefused) {
        refusedAlone.add(batch.get(0));
      }
      return;
    }
    if (isRefused || category == FailureCategory.PLATFORM_ERROR) {
      batchSize.refused(batch.size());
    }
    if (isRefused) {
      split(batch, (batch.size() + 1) / 2).forEach(this::ask);
    }
  }
}
