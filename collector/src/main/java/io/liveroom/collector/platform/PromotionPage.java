package io.liveroom.collector.platform;

import io.liveroom.observed.Promotion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the goods on sale.
 *
 * @param isWhole every product of the page could be read
 * @param total how many the platform says there are on all pages
 * @param nextPage where to read on; null on the last page
 * @param explaining the product being explained now
 * @param refreshGap how long the platform wants to be left alone
 */
public record PromotionPage(
    List<Promotion> promotions,
    boolean isWhole,
    @Nullable Integer total,
    @Nullable String nextPage,
    @Nullable String explaining,
    Duration refreshGap,
    Instant receivedAt) {}
