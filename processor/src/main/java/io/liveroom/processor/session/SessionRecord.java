package io.liveroom.processor.session;

import io.liveroom.derived.RoomSession;
import io.liveroom.processor.figures.ChatTally;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.GiftTally;
import io.liveroom.processor.figures.OnlineHistory;
import io.liveroom.processor.figures.OnlineHistory.Sample;
import io.liveroom.processor.figures.Rates;
import io.liveroom.processor.figures.Shelf;
import io.liveroom.processor.figures.Trend;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes out the figures of a session, as they are now. */
record SessionRecord(FigureSettings settings) {

  RoomSession of(SessionRoom room) {
    RoomSession.Builder out =
        RoomSession.newBuilder()
            .setRoomId(room.roomId)
            .setLateEvents(room.lateEvents)
            .setDuplicates(room.duplicates)
            .setRevision(room.revision)
            .setIsFinal(room.isFinal);
    room(out, room);
    chat(out, room.tally, room.gifts.sum());
    online(out, room);
    growth(out, room);
    totals(out, room);
    shelf(out, room);
    lastSeen(out, room);
    quality(out, room);
    return out.build();
  }

  private static void room(RoomSession.Builder out, SessionRoom room) {
    out.setOwnerId(room.ownerId.value())
        .setOwnerName(room.ownerName.value())
        .setTitle(room.title.value())
        .setState(room.life.state())
        .setStartedAt(room.life.startedAt())
        .setEndedAt(room.life.endedAt())
        .setFirstEventAt(instant(room.events.firstTime()))
        .setLastEventAt(instant(room.events.lastTime()));
    Composition from = room.composition.value();
    if (from != null) {
      out.setShareFromCity(from.city())
          .setShareFromMyFollow(from.myFollow())
          .setShareFromVideoDetail(from.videoDetail())
          .setShareFromOther(from.other());
    }
  }

  private static void chat(RoomSession.Builder out, ChatTally tally, GiftTally gifts) {
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
        .setGiftUvObserved(gifts.givers().count())
        .setInteractingUsers(tally.interacting().count())
        .setUsersIsEstimate(tally.isEstimate() || gifts.givers().isEstimate())
        .setUnknownMessages(tally.unknown())
        .setIsAnonymous(tally.isAnonymous())
        .setLikesSeen(tally.likes())
        .setGiftValueSeen(gifts.value())
        .setFollowRateObserved(Rates.of(tally.followers().count(), tally.entrants().count()));
  }

  private void online(RoomSession.Builder out, SessionRoom room) {
    OnlineHistory.Sums sums = room.online.sums(settings.maxGap());
    Trend trend = room.online.trend(settings.trendSpan());
    out.setOnlineLast(figure(sums.last()))
        .setOnlineMin(figure(sums.lowest()))
        .setOnlineMax(figure(sums.peak()))
        .setOnlineAvg(sums.average())
        .setOnlineCoverage(sums.coverage())
        .setOnlineSlope(trend.slope())
        .setOnlineTrend(trend.reading())
        .setPeakOnline(figure(sums.peak()))
        .setPeakOnlineAt(sums.peak() == null ? null : instant(sums.peak().time()))
        .setAverageOnline(sums.average())
        .setViewerSeconds(sums.viewerSeconds())
        .setCoveredSeconds(sums.coveredSeconds())
        .setAverageStaySeconds(Rates.of(sums.viewerSeconds(), room.counters.allViewers().max()));
  }

  private static void growth(RoomSession.Builder out, SessionRoom room) {
    Counters counters = room.counters;
    Long viewers = counters.viewers().growth();
    Long likes = counters.likes().growth();
    out.setViewersGained(viewers)
        .setPlatformFollowsGained(counters.follows().growth())
        .setPlatformGiftUsersGained(counters.giftUsers().growth())
        .setInteractionRate(Rates.of(room.tally.interacting().count(), viewers))
        .setLikeCount(likes == null ? room.tally.likes() : likes)
        .setLikesReported(likes)
        .setFanTicketGained(counters.fanTicket().growth())
        .setFanTicketReported(counters.fanTicket().growth())
        .setFollowersGained(counters.ownerFollowers().change())
        .setOwnerFollowers(counters.ownerFollowers().last());
  }

  private static void totals(RoomSession.Builder out, SessionRoom room) {
    Long viewers = room.counters.allViewers().max();
    Long follows = room.counters.allFollows().max();
    Long giftUsers = room.counters.allGiftUsers().max();
    out.setTotalViewers(viewers)
        .setTotalFollows(follows)
        .setFollowRate(Rates.of(follows, viewers))
        .setGiftUv(giftUsers)
        .setGiftUvRate(Rates.of(giftUsers, viewers))
        .setLikes(room.counters.allLikes().max());
  }

  private static void shelf(RoomSession.Builder out, SessionRoom room) {
    Shelf shelf = room.shelf.value();
    if (shelf != null) {
      out.setPromotionCount(shelf.promotions()).setExplainingPromotionId(shelf.explaining());
    }
    Long products = room.sold.products();
    out.setPromotionsSeen(products == null ? null : Math.toIntExact(products))
        .setSalesEstimate(room.sold.units())
        .setGmvEstimateFen(room.sold.fen());
  }

  private static void lastSeen(RoomSession.Builder out, SessionRoom room) {
    Long end = room.events.lastTime();
    if (end != null) {
      out.setSecondsSinceMessage(room.lastSeen.secondsSinceMessage(end))
          .setSecondsSinceBusinessMessage(room.lastSeen.secondsSinceBusinessMessage(end))
          .setSecondsSinceSnapshot(room.lastSeen.secondsSinceSnapshot(end));
    }
  }

  /** After its end there is nothing in a room that could be missed. */
  private static void quality(RoomSession.Builder out, SessionRoom room) {
    Instant ended = room.life.endedAt();
    long end = ended == null ? Long.MAX_VALUE : ended.toEpochMilli();
    out.setGapSeconds(room.gaps.secondsBefore(end))
        .setReconnects(room.gaps.reconnectsBefore(end))
        .setUndecodablePayloads(room.undecodable);
  }

  private static @Nullable Long figure(@Nullable Sample sample) {
    return sample == null ? null : Long.valueOf(sample.online());
  }

  private static @Nullable Instant instant(@Nullable Long time) {
    return time == null ? null : Instant.ofEpochMilli(time);
  }
}
