package io.liveroom.simulator.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one room's life, drawn before it begins. One room id is one broadcast.
 *
 * @param seed what the life follows from
 * @param roomId exact decimal text; its upper half is {@code createdAt}
 * @param anchor who broadcasts
 * @param size how big it gets
 * @param quirks its ways
 * @param traps what is set for all rooms
 * @param peak people at its best
 * @param pace messages per second at its best
 * @param createdAt when the room was made, whole seconds
 * @param startsAt when it goes live
 * @param pausesAt when it pauses; null for never
 * @param resumesAt when it goes on
 * @param eventAt when its great moment begins
 * @param eventEndsAt when that is over
 * @param endsAt when it ends
 */
public record Broadcast(
    Seed seed,
    String roomId,
    Anchor anchor,
    RoomSize size,
    Quirks quirks,
    Traps traps,
    int peak,
    double pace,
    Instant createdAt,
    Instant startsAt,
    @Nullable Instant pausesAt,
    @Nullable Instant resumesAt,
    Instant eventAt,
    Instant eventEndsAt,
    Instant endsAt) {

  /** How many times livelier chat is in the great moment. */
  private static final double EVENT_FACTOR = 6;

  public RoomStatus statusAt(Instant now) {
    if (now.isBefore(startsAt)) {
      return RoomStatus.PREPARING;
    }
    if (!now.isBefore(endsAt)) {
      return RoomStatus.ENDED;
    }
    return isPausedAt(now) ? RoomStatus.PAUSED : RoomStatus.LIVE;
  }

  /** Whether the anchor is away. */
  boolean isPausedAt(Instant now) {
    return pausesAt != null
        && resumesAt != null
        && !now.isBefore(pausesAt)
        && now.isBefore(resumesAt);
  }

  /** Messages per second; 0 unless live. */
  double paceAt(Instant now) {
    if (statusAt(now) != RoomStatus.LIVE) {
      return 0;
    }
    return pace * (0.3 + 0.7 * crowding(now)) * (isEventAt(now) ? EVENT_FACTOR : 1);
  }

  /** How many people the room is drawn towards. */
  double targetAt(Instant now) {
    double people = peak * crowding(now) * (isEventAt(now) ? 1.3 : 1);
    return isPausedAt(now) ? people * 0.5 : people;
  }

  private boolean isEventAt(Instant now) {
    return size != RoomSize.SMALL && !now.isBefore(eventAt) && now.isBefore(eventEndsAt);
  }

  /** 0 at the start, 1 from a quarter on, falling to 0.4 at the end. */
  private double crowding(Instant now) {
    double progress =
        (double) Duration.between(startsAt, now).toMillis()
            / Duration.between(startsAt, endsAt).toMillis();
    if (progress < 0.25) {
      return Math.max(0.02, progress * 4);
    }
    return progress < 0.7 ? 1 : 1 - 2 * (progress - 0.7);
  }
}
