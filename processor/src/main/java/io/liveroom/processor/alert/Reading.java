package io.liveroom.processor.alert;

import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of figures. Between {@code holds} and {@code clears} nothing changes.
 *
 * @param holds the condition is there
 * @param clears it is surely not there any more
 * @param value the figure
 * @param threshold what it had to pass
 * @param previous what it was compared with
 * @param summary one sentence for a person
 */
record Reading(
    boolean holds,
    boolean clears,
    @Nullable Double value,
    @Nullable Double threshold,
    @Nullable Double previous,
    String summary) {}
