package io.liveroom.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * One cumulative tick of a gift combo.
 *
 * @param groupId which combo; null where the message does not say
 * @param repeatCount gifts so far; null where the message does not say
 * @param comboCount steps so far; null where the message does not say
 * @param groupCount gifts in a step; null where the message does not say
 * @param isEnd the closing message, which repeats the last count
 */
public record Combo(
    @Nullable String groupId,
    @Nullable Long repeatCount,
    @Nullable Long comboCount,
    @Nullable Long groupCount,
    boolean isEnd) {}
