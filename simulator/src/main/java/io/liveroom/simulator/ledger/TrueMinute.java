package io.liveroom.simulator.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right figures of one room in one window. The components bear the names of the published
 * record's fields; the last two are the ledger's own.
 *
 * @param timeIsArrival a message or shelf in it, or just beyond its edges, has no time but its
 *     arrival: a client may count it in the neighbouring window
 * @param sentAfterEnd how long after the window's end the last of its messages was first sent
 */
public record TrueMinute(
    String roomId,
    Instant windowStart,
    Instant windowEnd,
    long chatCount,
    @Nullable Long chatUsers,
    long enterCount,
    @Nullable Long enterUsers,
    long followCount,
    @Nullable Long followUsers,
    long shareCount,
    @Nullable Long likeCount,
    long giftCount,
    long giftValue,
    List<String> giftValueIsPartial,
    @Nullable Long giftUsers,
    @Nullable Long interactingUsers,
    @Nullable Long onlineLast,
    @Nullable Long onlineMin,
    @Nullable Long onlineMax,
    @Nullable Double onlineAvg,
    double onlineCoverage,
    @Nullable Double onlineSlope,
    Trend onlineTrend,
    @Nullable Long viewersGained,
    @Nullable Long platformFollowsGained,
    @Nullable Long platformGiftUsersGained,
    @Nullable Integer promotionCount,
    @Nullable String explainingPromotionId,
    long unknownMessages,
    boolean isAnonymous,
    @Nullable Long likesSeen,
    @Nullable Long likesReported,
    @Nullable Long fanTicketReported,
    @Nullable Long secondsSinceMessage,
    @Nullable Long secondsSinceSnapshot,
    boolean timeIsArrival,
    Duration sentAfterEnd) {

  /** The value under its other name. */
  public long giftValueSeen() {
    return giftValue;
  }

  /** Platform view. */
  public @Nullable Double followRate() {
    return Lists.rate(platformFollowsGained, viewersGained);
  }

  /** Chat view. */
  public @Nullable Double followRateObserved() {
    return Lists.rate(followUsers, enterUsers);
  }

  /** Those who did something, of those who came. */
  public @Nullable Double interactionRate() {
    return Lists.rate(interactingUsers, viewersGained);
  }
}
