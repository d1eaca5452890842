package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.RoomShown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right figures of one broadcast over everything that was sent of it. The components bear the
 * names of the published record's fields; what divides two of them is a method.
 */
public record TrueSession(
    String roomId,
    SessionState state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
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
    @Nullable Double onlineCoverage,
    @Nullable Double onlineSlope,
    Trend onlineTrend,
    @Nullable Long viewersGained,
    @Nullable Long platformFollowsGained,
    @Nullable Long platformGiftUsersGained,
    @Nullable Long peakOnline,
    @Nullable Instant peakOnlineAt,
    @Nullable Double viewerSeconds,
    @Nullable Double coveredSeconds,
    @Nullable Long totalViewers,
    @Nullable Long totalFollows,
    @Nullable Long giftUv,
    @Nullable Long fanTicketGained,
    @Nullable Long likes,
    @Nullable Long followersGained,
    long unknownMessages,
    boolean isAnonymous,
    @Nullable Long likesSeen,
    @Nullable Long likesReported,
    @Nullable Integer promotionCount,
    @Nullable String explainingPromotionId,
    @Nullable Integer promotionsSeen,
    @Nullable Long salesEstimate,
    @Nullable Long gmvEstimateFen,
    RoomShown.@Nullable Sources shares) {

  /** The value under its other name. */
  public long giftValueSeen() {
    return giftValue;
  }

  /** The growth under its other name. */
  public @Nullable Long fanTicketReported() {
    return fanTicketGained;
  }

  /** The peak under its other name. */
  public @Nullable Long onlineMax() {
    return peakOnline;
  }

  /** The integral by the time it covers. */
  public @Nullable Double averageOnline() {
    return viewerSeconds == null || coveredSeconds == null || coveredSeconds == 0
        ? null
        : Double.valueOf(viewerSeconds / coveredSeconds);
  }

  /** The average under its other name. */
  public @Nullable Double onlineAvg() {
    return averageOnline();
  }

  /** How long a viewer stayed. */
  public @Nullable Double averageStaySeconds() {
    return viewerSeconds == null || totalViewers == null || totalViewers == 0
        ? null
        : Double.valueOf(viewerSeconds / totalViewers);
  }

  /** Platform view. */
  public @Nullable Double followRate() {
    return Lists.rate(totalFollows, totalViewers);
  }

  /** Chat view. */
  public @Nullable Double followRateObserved() {
    return Lists.rate(followUsers, enterUsers);
  }

  /** Those who did something, of those who came while watched. */
  public @Nullable Double interactionRate() {
    return Lists.rate(interactingUsers, viewersGained);
  }

  /** Givers, of all viewers, as the platform counts. */
  public @Nullable Double giftUvRate() {
    return Lists.rate(giftUv, totalViewers);
  }

  /** The givers seen in chat under their other name. */
  public @Nullable Long giftUvObserved() {
    return giftUsers;
  }
}
