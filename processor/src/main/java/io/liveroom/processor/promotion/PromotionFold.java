package io.liveroom.processor.promotion;

import io.liveroom.derived.PromotionChange;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.room.Annex;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.RoomFold;
import java.time.Duration;
import java.util.List;

/**
 * The arithmetic of promotion-change: each list compared with the one before it in event time. A
 * list waits a little for one that is older and comes later; then its changes are published once
 * and for all.
 */
final class PromotionFold implements RoomFold<PromotionRoom, PromotionChange> {

  /** Longer than the observed topics are kept: nothing of the room can come any more. */
  private static final Duration ROOM_MEMORY = Duration.ofDays(30);

  private final PromotionSettings settings;

  PromotionFold(PromotionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PromotionRoom open(String roomId) {
    return new PromotionRoom(roomId);
  }

  @Override
  public void apply(PromotionRoom room, Observed fact, long now) {
    room.time = Math.max(room.time, now);
    room.heard = Math.max(room.heard, fact.time());
    if (fact.fact() instanceof PromotionList list) {
      Goods goods = room.goods.change();
      goods.sales.add(fact.time(), list.getPromotions());
      goods.waiting.add(SeenList.of(list));
      room.nextList = goods.nextList();
    } else if (fact.fact() instanceof RoomStatus status) {
      room.life.status(fact, status);
    } else if (fact.fact() instanceof RoomSnapshot snapshot) {
      room.life.snapshot(fact, snapshot);
    }
    room.noteEnd();
  }

  @Override
  public void duplicate(PromotionRoom room, Observed fact) {
    // says nothing new
  }

  @Override
  public List<Derived<PromotionChange>> close(PromotionRoom room, long now) {
    ChangeLog log = new ChangeLog(room.roomId);
    ExplainTurn explaining = new ExplainTurn(settings, room);
    while (dueAt(room) <= now) {
      Goods goods = room.goods.change();
      SeenList list = goods.waiting.first();
      goods.waiting.remove(list);
      room.nextList = goods.nextList();
      ShelfTurn shelf = new ShelfTurn(goods, log);
      if (list.time() <= room.frontier) {
        shelf.takeLate(list, room.frontier);
      } else {
        shelf.take(list);
        explaining.take(list, log);
        room.frontier = list.time();
      }
    }
    explaining.tellEnds(now, log);
    return log.changes();
  }

  /** Nothing is published that another record would replace. */
  @Override
  public List<Derived<PromotionChange>> drafts(PromotionRoom room) {
    return List.of();
  }

  @Override
  public long deadline(PromotionRoom room) {
    long ends = new ExplainTurn(settings, room).deadline();
    return Math.min(Math.min(dueAt(room), ends), room.time + ROOM_MEMORY.toMillis());
  }

  @Override
  public boolean isSpent(PromotionRoom room, long now) {
    return room.time + ROOM_MEMORY.toMillis() <= now;
  }

  @Override
  public long time(PromotionRoom room) {
    return room.time;
  }

  @Override
  public Annex<?> annex(PromotionRoom room) {
    return room.goods;
  }

  @Override
  public void write(PromotionRoom room, StateWriter out) {
    room.write(out);
  }

  @Override
  public PromotionRoom read(StateReader in) {
    return PromotionRoom.read(in);
  }

  /** When the next list has waited long enough. */
  private long dueAt(PromotionRoom room) {
    return room.nextList == NEVER ? NEVER : room.nextList + settings.settle().toMillis();
  }
}
