package io.liveroom.collector.poll;

import java.time.Duration;
import java.time.Instant;

/**
 * When: slots of an interval, shifted by an offset that is always the same for the same room and
 * endpoint, so that rooms are spread and a restart changes nothing. Pure.
 *
 * @param offset of the slots since the epoch, less than the interval
 */
public record PollSchedule(Duration interval, Duration offset) {

  private static final int GOLDEN = 0x9E3779B9;

  /** Slots for one question, spread by its name, such as room id and endpoint. */
  public static PollSchedule spread(Duration interval, String name) {
    long mixed = Integer.toUnsignedLong(name.hashCode() * GOLDEN);
    return new PollSchedule(interval, Duration.ofMillis(mixed % interval.toMillis()));
  }

  /** The first slot after a moment. */
  public Instant slotAfter(Instant moment) {
    long length = interval.toMillis();
    long since = moment.toEpochMilli() - offset.toMillis();
    long next = (Math.floorDiv(since, length) + 1) * length + offset.toMillis();
    return Instant.ofEpochMilli(next);
  }

  /**
   * When to ask again. The next slot is the retry; nothing is tried again before it.
   *
   * @param asked when the request was made
   * @param now when its outcome was known
   */
  public Instant next(Instant asked, Instant now, PollOutcome outcome) {
    Instant slot = slotAfter(now);
    Instant earliest = outcome.notBefore(asked, now);
    return earliest.isAfter(slot) ? earliest : slot;
  }
}
