package io.liveroom.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a room, with what of it shows on the wire.
 *
 * @param roomId whose
 * @param number place in the room's life, from 0
 * @param id exact decimal text
 * @param showsId whether the id is on the wire
 * @param at when it happened
 * @param showsTime whether that time is on the wire
 * @param viewer who; null for the room itself
 * @param content what
 */
public record RoomMessage(
    String roomId,
    long number,
    String id,
    boolean showsId,
    Instant at,
    boolean showsTime,
    @Nullable Viewer viewer,
    Content content) {}
