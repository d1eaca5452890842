package io.liveroom.simulator.ledger;

import java.time.Instant;

/**
 * A figure at a moment.
 *
 * @param at the moment
 * @param value the figure
 */
record Sample(Instant at, long value) {}
