package io.liveroom.processor.figures;

import org.jspecify.annotations.Nullable;

/**
 * The online figure over a stretch of time.
 *
 * @param last last sample inside; null when there is none, as with min and max
 * @param average time-weighted mean over the covered time; null when nothing is covered
 * @param coverage covered part of the stretch, 0 to 1
 */
public record OnlineFigures(
    @Nullable Long last,
    @Nullable Long min,
    @Nullable Long max,
    @Nullable Double average,
    double coverage) {}
