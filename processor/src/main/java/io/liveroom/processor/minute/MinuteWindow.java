package io.liveroom.processor.minute;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.ChatTally;
import io.liveroom.processor.figures.GiftSum;
import io.liveroom.processor.figures.LastSeen;
import io.liveroom.processor.figures.Latest;
import io.liveroom.processor.figures.Shelf;

/** An open window of a room: what happened in it, so far. Changed in place by the fold. */
final class MinuteWindow {

  final ChatTally tally;
  final GiftSum gifts;
  final Latest<Shelf> shelf;
  final LastSeen lastSeen;
  boolean isObserved; // something happened in it; a window of mere repeats is never published
  boolean isChanged; // since it was last published
  long duplicates;
  long revision;

  MinuteWindow(int exactLimit) {
    this(new ChatTally(exactLimit), new GiftSum(exactLimit), new Latest<>(), new LastSeen());
  }

  private MinuteWindow(ChatTally tally, GiftSum gifts, Latest<Shelf> shelf, LastSeen lastSeen) {
    this.tally = tally;
    this.gifts = gifts;
    this.shelf = shelf;
    this.lastSeen = lastSeen;
  }

  void write(StateWriter out) {
    out.flag(isObserved).flag(isChanged).number(duplicates).number(revision);
    tally.write(out);
    gifts.write(out);
    shelf.write(out, Shelf::write);
    lastSeen.write(out);
  }

  static MinuteWindow read(StateReader in, int exactLimit) {
    boolean observed = in.flag();
    boolean changed = in.flag();
    long duplicates = in.number();
    long revision = in.number();
    MinuteWindow window =
        new MinuteWindow(
            ChatTally.read(in, exactLimit),
            GiftSum.read(in, exactLimit),
            Latest.read(in, Shelf::read),
            LastSeen.read(in));
    window.isObserved = observed;
    window.isChanged = changed;
    window.duplicates = duplicates;
    window.revision = revision;
    return window;
  }
}
