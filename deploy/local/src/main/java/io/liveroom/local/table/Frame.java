package io.liveroom.local.table;

import java.time.Instant;

/**
 * What the table is drawn into.
 *
 * @param width columns of the terminal
 * @param height lines of the terminal; 0 = as many as there are rooms
 * @param footer one line below the table
 */
public record Frame(
    int width, int height, Language language, boolean isColoured, Instant now, String footer) {}
