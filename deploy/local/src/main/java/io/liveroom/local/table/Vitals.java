package io.liveroom.local.table;

import java.util.List;

/**
 * How the whole is doing.
 *
 * @param receivedPerSecond messages and snapshots taken in, lately
 * @param published since the start
 * @param troubles what is wrong, one sentence each
 */
public record Vitals(
    double receivedPerSecond,
    long published,
    long duplicates,
    long deadLetters,
    List<String> troubles) {}
