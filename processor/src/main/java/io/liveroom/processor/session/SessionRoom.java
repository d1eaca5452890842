package io.liveroom.processor.session;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.ChatTally;
import io.liveroom.processor.figures.CounterSpan;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.Gaps;
import io.liveroom.processor.figures.GiftCombos;
import io.liveroom.processor.figures.GiftMessage;
import io.liveroom.processor.figures.GiftSum;
import io.liveroom.processor.figures.LastSeen;
import io.liveroom.processor.figures.Latest;
import io.liveroom.processor.figures.OnlineHistory;
import io.liveroom.processor.figures.SalesHistory;
import io.liveroom.processor.figures.Shelf;
import io.liveroom.processor.room.Annex;
import io.liveroom.processor.room.Life;
import org.jspecify.annotations.Nullable;

/** What a broadcast has come to so far. Changed in place by the fold. */
final class SessionRoom {

  private static final int FORMAT = 5;

  final String roomId;
  final Life life;
  final Counters counters;
  final ChatTally tally;
  final GiftSum gifts;
  final GiftCombos combos;
  final OnlineHistory online;
  final Annex<SalesHistory> sales =
      new Annex<>(SalesHistory::new, SalesHistory::write, SalesHistory::read);
  final CounterSpan events; // its times are those of the first and last thing seen
  final LastSeen lastSeen;
  final Latest<Shelf> shelf;
  final Latest<Composition> composition;
  final Latest<String> ownerId;
  final Latest<String> ownerName;
  final Latest<String> title;
  SalesHistory.Estimate sold = SalesHistory.Estimate.NONE; // what the sales come to
  long time = Long.MIN_VALUE; // stream time at the last fact
  long settledBefore = Long.MIN_VALUE; // what is older is summed up
  @Nullable Long endConfirmedAt; // stream time; null while the end is not confirmed
  boolean isFinal;
  boolean isChanged; // since it was last published
  long lateEvents;
  long duplicates;
  long revision;
  Gaps gaps = new Gaps();
  long undecodable; // payloads

  SessionRoom(String roomId, int exactLimit) {
    this.roomId = roomId;
    life = new Life();
    counters = Counters.none();
    tally = new ChatTally(exactLimit);
    gifts = new GiftSum(exactLimit);
    combos = new GiftCombos();
    online = new OnlineHistory();
    events = new CounterSpan();
    lastSeen = new LastSeen();
    shelf = new Latest<>();
    composition = new Latest<>();
    ownerId = new Latest<>();
    ownerName = new Latest<>();
    title = new Latest<>();
  }

  private SessionRoom(StateReader in, int exactLimit) {
    roomId = in.text();
    life = Life.read(in);
    counters = Counters.read(in);
    tally = ChatTally.read(in, exactLimit);
    gifts = GiftSum.read(in, exactLimit);
    combos = GiftCombos.read(in);
    combos.forEach(gifts::addUnsettled);
    online = OnlineHistory.read(in);
    sold = SalesHistory.Estimate.read(in);
    events = CounterSpan.read(in);
    lastSeen = LastSeen.read(in);
    shelf = Latest.read(in, Shelf::read);
    composition = Latest.read(in, Composition::read);
    ownerId = Latest.read(in, StateReader::text);
    ownerName = Latest.read(in, StateReader::text);
    title = Latest.read(in, StateReader::text);
    time = in.number();
    settledBefore = in.number();
    endConfirmedAt = in.optionalNumber();
    isFinal = in.flag();
    isChanged = in.flag();
    lateEvents = in.number();
    duplicates = in.number();
    revision = in.number();
  }

  void add(GiftMessage message) {
    if (!message.isComboTick()) {
      gifts.add(message.giver(), message.gift(), message.count());
    } else if (!combos.add(message.comboKey(), message.comboTick(), gifts::addUnsettled)) {
      gifts.forgetUnsettled();
      combos.forEach(gifts::addUnsettled);
    }
  }

  /** Sums up what is older than a time, and needs no place for what comes late any more. */
  void settle(long before, FigureSettings settings) {
    settledBefore = before;
    combos.settle(before, gifts::settle);
    online.settle(before, settings.maxGap());
  }

  void write(StateWriter out) {
    out.number(FORMAT).text(roomId);
    life.write(out);
    counters.write(out);
    tally.write(out);
    gifts.write(out);
    combos.write(out);
    online.write(out);
    sold.write(out);
    events.write(out);
    lastSeen.write(out);
    shelf.write(out, Shelf::write);
    composition.write(out, Composition::write);
    ownerId.write(out, StateWriter::text);
    ownerName.write(out, StateWriter::text);
    title.write(out, StateWriter::text);
    out.number(time).number(settledBefore).optionalNumber(endConfirmedAt);
    out.flag(isFinal).flag(isChanged).number(lateEvents).number(duplicates).number(revision);
    gaps.write(out);
    out.number(undecodable);
  }

  static SessionRoom read(StateReader in, FigureSettings settings) {
    in.requireFormat("session", FORMAT);
    SessionRoom room = new SessionRoom(in, settings.exactDistinct());
    room.gaps = Gaps.read(in);
    room.undecodable = in.number();
    return room;
  }
}
