package io.liveroom.collector.rooms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the watchlist wants of one room.
 *
 * @param weight how much of a worker it takes, 1 for an ordinary room
 * @param seenUntil until when another worker saw it; null where nobody did
 */
public record RoomOrder(int weight, @Nullable Instant seenUntil) {}
