package io.liveroom.simulator.world;

/**
 * One giver and what it came to.
 *
 * @param viewer who
 * @param diamonds value given so far
 */
public record RankedGiver(Viewer viewer, long diamonds) {}
