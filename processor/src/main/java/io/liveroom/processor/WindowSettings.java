package io.liveroom.processor;

import java.time.Duration;

/**
 * Windows of room-minute.
 *
 * @param size of a window, aligned to the UTC epoch
 * @param grace how long after its end a window still takes what belongs to it
 */
public record WindowSettings(Duration size, Duration grace) {

  public static final WindowSettings DEFAULTS =
      new WindowSettings(Duration.ofMinutes(1), Duration.ofMinutes(2));
}
