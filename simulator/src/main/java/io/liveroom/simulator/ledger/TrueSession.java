package io.liveroom.simulator.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right figures of one broadcast over everything that was sent of it. The components bear the
 * names of the published record's fields.
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
    @Nullable Long onlineMax,
    @Nullable Double onlineAvg,
    @Nullable Double onlineCoverage,
    @Nullable Double onlineSlope,
    Trend onlineTrend,
    @Nullable Long viewersGained,
    @Nullable Long platformFollowsGained,
    @Nullable Long platformGiftUsersGained,
    @Nullable Long peakOnline,
    @Nullable Instant peakOnlineAt,
    @Nullable Double averageOnline,
    @Nullable Double viewerSeconds,
    @Nullable Double coveredSeconds,
    @Nullable Double averageStaySeconds,
    @Nullable Long totalViewers,
    @Nullable Long totalFollows,
    @Nullable Double followRate,
    @Nullable Double followRateObserved,
    @Nullable Double interactionRate,
    @Nullable Long giftUv,
    @Nullable Long giftUvObserved,
    @Nullable Double giftUvRate,
    @Nullable Long fanTicketGained,
    @Nullable Long likes,
    @Nullable Long followersGained,
    @Nullable Double shareFromCity,
    @Nullable Double shareFromMyFollow,
    @Nullable Double shareFromVideoDetail,
    @Nullable Double shareFromOther) {}
