package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * When each loop last turned. A loop that stands still does nothing any more, and can't say so
 * itself. Safe for all threads.
 */
public final class LoopTurns {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Map<String, Instant> turns = new ConcurrentHashMap<>();

  public LoopTurns(InstantSource clock) {
    this.clock = clock;
  }

  /** Lets a lane say every second that it turns, from now on. */
  public void watch(String name, Lane lane) {
    turned(name);
    lane.after(INTERVAL, () -> watch(name, lane));
  }

  /** A loop says that it turns. */
  public void turned(String name) {
    turns.put(name, clock.instant());
  }

  /** How long ago each loop turned. */
  public Map<String, Duration> standstill() {
    Instant now = clock.instant();
    return turns.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, turn -> Duration.between(turn.getValue(), now)));
  }
}
