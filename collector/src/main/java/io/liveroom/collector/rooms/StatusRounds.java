package io.liveroom.collector.rooms;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.FailureCategory;
import io.liveroom.collector.poll.PollOutcome;
import io.liveroom.collector.poll.StatusPoller;
import io.liveroom.collector.publish.Pressure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Asks {@code status} of all rooms of a worker, round after round, in batches that are spread over
 * the interval. Ended rooms are asked ever more rarely, and leave after a day. Has a lane of its
 * own; {@link #watch}, {@link #soon} and {@link #forget} may be called on any thread.
 */
public final class StatusRounds {

  private static final Duration RAREST = Duration.ofMinutes(10);
  private static final Duration LEAVES_AFTER = Duration.ofDays(1);
  private static final int RARER_BY = 4; // the pause is a quarter of the time since the end

  private final StatusPoller poller;
  private final Duration interval;
  private final Lane lane;
  private final InstantSource clock;
  private final Pressure pressure;
  private final Consumer<String> leaver;
  private final Map<String, Due> rooms = new TreeMap<>(); // neighbours share a batch every time
  private int batchSize;
  private boolean isRunning;

  /** When a room is asked next, and since when it has ended; MAX while it has not. */
  private record Due(Instant at, Instant endedAt) {}

  /**
   * @param leaver hears of rooms that ended a day ago
   */
  public StatusRounds(
      StatusPoller poller,
      Duration interval,
      int batchSize,
      Lane lane,
      InstantSource clock,
      Pressure pressure,
      Consumer<String> leaver) {
    this.poller = poller;
    this.interval = interval;
    this.batchSize = batchSize;
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
        });
  }

  public void stop() {
    lane.run(() -> isRunning = false);
  }

  /** Has a room asked in every round, or more rarely once it has ended; twice is once. */
  void watch(String roomId, Instant endedAt) {
    lane.run(
        () ->
            rooms.merge(
                roomId,
                new Due(Instant.MIN, endedAt),
                (old, now) -> new Due(old.at(), now.endedAt())));
  }

  /** Asks about a room now, in a request of its own. */
  void soon(String roomId) {
    lane.run(() -> poller.poll(List.of(roomId)));
  }

  void forget(String roomId) {
    lane.run(() -> rooms.remove(roomId));
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

  private void round() {
    if (!isRunning) {
      return;
    }
    lane.after(interval, this::round);
    if (pressure.isHigh()) {
      return;
    }
    List<List<String>> batches = batches(due(clock.instant()));
    for (int number = 0; number < batches.size(); number++) {
      List<String> batch = batches.get(number);
      Duration shift = interval.multipliedBy(number).dividedBy(batches.size());
      lane.after(shift, () -> ask(batch));
    }
  }

  private List<String> due(Instant now) {
    List<String> due = new ArrayList<>();
    for (Map.Entry<String, Due> entry : rooms.entrySet()) {
      Due room = entry.getValue();
      if (!room.at().isAfter(now)) {
        due.add(entry.getKey());
        Duration pause = pause(interval, room.endedAt(), now);
        entry.setValue(new Due(now.plus(pause), room.endedAt()));
      }
      if (!room.endedAt().equals(Instant.MAX) && now.isAfter(room.endedAt().plus(LEAVES_AFTER))) {
        leaver.accept(entry.getKey());
      }
    }
    return due;
  }

  private List<List<String>> batches(List<String> due) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < due.size(); from += batchSize) {
      batches.add(List.copyOf(due.subList(from, Math.min(due.size(), from + batchSize))));
    }
    return batches;
  }

  private void ask(List<String> batch) {
    if (isRunning) {
      poller.poll(batch).onSuccess(outcome -> lane.run(() -> asked(batch, outcome)));
    }
  }

  /** A refused batch may have been too large. */
  private void asked(List<String> batch, PollOutcome outcome) {
    boolean isTooMuch =
        outcome instanceof PollOutcome.Failed failed
            && (failed.category() == FailureCategory.CLIENT_ERROR
                || failed.category() == FailureCategory.PLATFORM_ERROR);
    if (isTooMuch && batch.size() > 1) {
      batchSize = Math.max(1, Math.min(batchSize, batch.size() / 2));
    }
  }
}
