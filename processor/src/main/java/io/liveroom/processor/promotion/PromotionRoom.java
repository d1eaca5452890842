package io.liveroom.processor.promotion;

import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.room.Annex;
import io.liveroom.processor.room.Life;
import io.liveroom.processor.room.RoomFold;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a room's shelf. Changed in place by the fold. */
final class PromotionRoom {

  private static final int FORMAT = 2;

  final String roomId;
  final Life life;
  final Annex<Goods> goods = new Annex<>(Goods::new, Goods::write, Goods::read);
  final TreeMap<String, Explanation> explanations = new TreeMap<>(); // not yet told to be over
  long nextList = RoomFold.NEVER; // time of the list that has waited longest
  long frontier = Long.MIN_VALUE; // time of the last list whose changes are published
  long heard = Long.MIN_VALUE; // latest event time of anything of this room
  @Nullable Long ended; // event time of the end, as first confirmed; null while it is not
  long time = Long.MIN_VALUE; // stream time at the last fact

  PromotionRoom(String roomId) {
    this.roomId = roomId;
    life = new Life();
  }

  private PromotionRoom(StateReader in) {
    roomId = in.text();
    life = Life.read(in);
    nextList = in.number();
    frontier = in.number();
    heard = in.number();
    ended = in.optionalNumber();
    time = in.number();
  }

  /** Takes note of the end: the earliest word of it counts, so it does not move on. */
  void noteEnd() {
    Instant end = life.endedAt();
    if (end == null) {
      ended = null;
    } else {
      long time = end.toEpochMilli();
      ended = ended == null ? time : Math.min(ended, time);
    }
  }

  void write(StateWriter out) {
    out.number(FORMAT).text(roomId);
    life.write(out);
    out.number(nextList).number(frontier).number(heard).optionalNumber(ended).number(time);
    out.each(
        explanations.entrySet(),
        entry -> {
          out.text(entry.getKey());
          entry.getValue().write(out);
        });
  }

  static PromotionRoom read(StateReader in) {
    in.requireFormat("promotion", FORMAT);
    PromotionRoom room = new PromotionRoom(in);
    for (int left = in.count(); left > 0; left--) {
      room.explanations.put(in.text(), Explanation.read(in));
    }
    return room;
  }
}
