package io.liveroom.processor.minute;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.figures.ChatTally;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.GiftTally;
import io.liveroom.processor.figures.LastSeen;
import io.liveroom.processor.figures.OnlineFigures;
import io.liveroom.processor.figures.Rates;
import io.liveroom.processor.figures.Shelf;
import io.liveroom.processor.figures.Trend;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes out the figures of a window, as they are now. */
record MinuteRecord(FigureSettings settings) {

  /** The next revision of an open window. */
  RoomMinute of(MinuteRoom room, long start, boolean isFinal) {
    return of(
        room, Objects.requireNonNull(room.windows.get(start), "no such window"), start, isFinal);
  }

  /** The final of a window in which nothing was seen. */
  RoomMinute empty(MinuteRoom room, long start) {
    MinuteWindow window = room.windows.get(start);
    return of(
        room, window == null ? new MinuteWindow(settings.exactDistinct()) : window, start, true);
  }

  private RoomMinute of(MinuteRoom room, MinuteWindow window, long start, boolean isFinal) {
    window.revision++;
    RoomMinute.Builder out =
        RoomMinute.newBuilder()
            .setRoomId(room.roomId)
            .setWindowStart(Instant.ofEpochMilli(start))
            .setWindowEnd(Instant.ofEpochMilli(end(start)))
            .setDuplicates(window.duplicates)
            .setRevision(window.revision)
            .setIsFinal(isFinal);
    chat(out, window.tally, window.gifts.sum());
    online(out, room, start);
    growth(out, room, window, end(start));
    shelf(out, window.shelf.value());
    lastSeen(out, room, start);
    quality(out, room.troubles.of(start, end(start)));
    return out.build();
  }

  private static void chat(RoomMinute.Builder out, ChatTally tally, GiftTally gifts) {
    out.setChatCount(tally.chats())
        .setChatUsers(tally.chatters().count())
        .setEnterCount(tally.enters())
        .setEnterUsers(tally.entrants().count())
        .setFollowCount(tally.follows())
        .setFollowUsers(tally.followers().count())
        .setShareCount(tally.shares())
        .setGiftCount(gifts.gifts())
        .setGiftValue(gifts.value())
        .setGiftValueIsPartial(gifts.unpriced())
        .setGiftUsers(gifts.givers().count())
        .setInteractingUsers(tally.interacting().count())
        .setUsersIsEstimate(tally.isEstimate() || gifts.givers().isEstimate())
        .setUnknownMessages(tally.unknown())
        .setIsAnonymous(tally.isAnonymous())
        .setLikesSeen(tally.likes())
        .setGiftValueSeen(gifts.value())
        .setFollowRateObserved(Rates.of(tally.followers().count(), tally.entrants().count()));
  }

  private void online(RoomMinute.Builder out, MinuteRoom room, long start) {
    OnlineFigures online = room.online.within(start, end(start), settings.maxGap());
    Trend trend = room.online.trend(end(start), settings.trendSpan());
    out.setOnlineLast(online.last())
        .setOnlineMin(online.min())
        .setOnlineMax(online.max())
        .setOnlineAvg(online.average())
        .setOnlineCoverage(online.coverage())
        .setOnlineSlope(trend.slope())
        .setOnlineTrend(trend.reading());
  }

  private static void growth(
      RoomMinute.Builder out, MinuteRoom room, MinuteWindow window, long end) {
    Long viewers = room.viewers.growth(end);
    Long follows = room.follows.growth(end);
    Long likes = room.likes.growth(end);
    out.setViewersGained(viewers)
        .setPlatformFollowsGained(follows)
        .setPlatformGiftUsersGained(room.giftUsers.growth(end))
        .setFollowRate(Rates.of(follows, viewers))
        .setInteractionRate(Rates.of(window.tally.interacting().count(), viewers))
        .setLikeCount(likes == null ? window.tally.likes() : likes)
        .setLikesReported(likes)
        .setFanTicketReported(room.fanTicket.growth(end));
  }

  private static void shelf(RoomMinute.Builder out, @Nullable Shelf shelf) {
    if (shelf != null) {
      out.setPromotionCount(shelf.promotions()).setExplainingPromotionId(shelf.explaining());
    }
  }

  private void lastSeen(RoomMinute.Builder out, MinuteRoom room, long start) {
    LastSeen seen = new LastSeen();
    seen.include(room.lastSeenBefore);
    room.windows.headMap(start, true).values().forEach(window -> seen.include(window.lastSeen));
    out.setSecondsSinceMessage(seen.secondsSinceMessage(end(start)))
        .setSecondsSinceBusinessMessage(seen.secondsSinceBusinessMessage(end(start)))
        .setSecondsSinceSnapshot(seen.secondsSinceSnapshot(end(start)));
  }

  private static void quality(RoomMinute.Builder out, Troubles.Quality quality) {
    out.setGapSeconds(quality.gapSeconds())
        .setReconnects(quality.reconnects())
        .setUndecodablePayloads(quality.undecodable());
  }

  private long end(long start) {
    return start + settings.window().toMillis();
  }
}
