package io.liveroom.simulator.world;

/**
 * What was really given in a room.
 *
 * @param gifts gifts, combos once
 * @param diamonds their value, of those with a price
 * @param givers distinct givers
 */
public record GivenTotals(long gifts, long diamonds, int givers) {}
