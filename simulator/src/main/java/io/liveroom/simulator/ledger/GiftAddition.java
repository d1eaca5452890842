package io.liveroom.simulator.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gifts that one message adds to the count.
 *
 * @param at when
 * @param userId who gave
 * @param isAnonymous the giver's id stands for everybody
 * @param gifts how many, more than 0
 * @param unitDiamonds price of one; null where not told
 * @param name how to name it where it has no price
 */
record GiftAddition(
    Instant at,
    @Nullable String userId,
    boolean isAnonymous,
    long gifts,
    @Nullable Long unitDiamonds,
    String name) {}
