package io.liveroom.simulator.world;

import java.time.Instant;

/**
 * What the platform knows of one room at one moment.
 *
 * @param at the moment
 * @param status where it is in its life
 * @param online people in the room now
 * @param totalViewers viewers so far
 * @param follows new followers so far
 * @param giftUsers distinct givers so far
 * @param likes likes so far
 * @param fanTicket gift income so far, diamonds
 * @param followers the anchor's followers altogether
 */
public record RoomView(
    Instant at,
    RoomStatus status,
    long online,
    long totalViewers,
    long follows,
    long giftUsers,
    long likes,
    long fanTicket,
    long followers) {}
