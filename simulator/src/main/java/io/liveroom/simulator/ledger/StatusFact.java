package io.liveroom.simulator.ledger;

import java.time.Instant;

/**
 * What {@code status} said of a room.
 *
 * @param eventTime the answer's server time
 * @param alive its word
 */
public record StatusFact(Instant eventTime, boolean alive) {}
