package io.liveroom.processor.session;

import io.liveroom.common.RoomState;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.CounterSpan;

/**
 * The platform's counters over a broadcast. Totals are the largest seen in any state, because the
 * end freezes them; growth is of what was seen before the end.
 */
record Counters(
    CounterSpan viewers,
    CounterSpan follows,
    CounterSpan giftUsers,
    CounterSpan fanTicket,
    CounterSpan likes,
    CounterSpan ownerFollowers,
    CounterSpan allViewers,
    CounterSpan allFollows,
    CounterSpan allGiftUsers,
    CounterSpan allLikes) {

  static Counters none() {
    return new Counters(
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan(),
        new CounterSpan());
  }

  void add(long time, RoomSnapshot snapshot) {
    allViewers.addIfKnown(time, snapshot.getTotalViewers());
    allFollows.addIfKnown(time, snapshot.getFollowCount());
    allGiftUsers.addIfKnown(time, snapshot.getGiftUvCount());
    allLikes.addIfKnown(time, snapshot.getLikeCount());
    if (snapshot.getState() != RoomState.ENDED) {
      viewers.addIfKnown(time, snapshot.getTotalViewers());
      follows.addIfKnown(time, snapshot.getFollowCount());
      giftUsers.addIfKnown(time, snapshot.getGiftUvCount());
      fanTicket.addIfKnown(time, snapshot.getFanTicket());
      likes.addIfKnown(time, snapshot.getLikeCount());
    }
    if (snapshot.getState() == RoomState.LIVE || snapshot.getState() == RoomState.PAUSED) {
      ownerFollowers.addIfKnown(time, snapshot.getOwnerFollowers());
    }
  }

  /** A like total that a chat message told. */
  void addLikes(long time, long total) {
    likes.add(time, total);
    allLikes.add(time, total);
  }

  void write(StateWriter out) {
    viewers.write(out);
    follows.write(out);
    giftUsers.write(out);
    fanTicket.write(out);
    likes.write(out);
    ownerFollowers.write(out);
    allViewers.write(out);
    allFollows.write(out);
    allGiftUsers.write(out);
    allLikes.write(out);
  }

  static Counters read(StateReader in) {
    return new Counters(
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in),
        CounterSpan.read(in));
  }
}
