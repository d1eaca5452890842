package io.liveroom.processor.session;

import io.liveroom.common.RoomState;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.derived.RoomSession;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.ChatKind;
import io.liveroom.observed.CollectionGap;
import io.liveroom.observed.PromotionList;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.observed.RoomStatus;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.figures.GiftMessage;
import io.liveroom.processor.figures.SalesHistory;
import io.liveroom.processor.figures.Shelf;
import io.liveroom.processor.room.Annex;
import io.liveroom.processor.room.Derived;
import io.liveroom.processor.room.Observed;
import io.liveroom.processor.room.RoomFold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The arithmetic of session: everything seen of a room, however late. */
final class SessionFold implements RoomFold<SessionRoom, RoomSession> {

  /** How long combos and online samples wait for what belongs between them. */
  private static final Duration MEMORY = Duration.ofMinutes(15);

  /** Settling is done in steps, not with each fact. */
  private static final long SETTLE_STEP = Duration.ofMinutes(1).toMillis();

  /** Longer than the observed topics are kept: nothing of the room can come any more. */
  private static final Duration ROOM_MEMORY = Duration.ofDays(30);

  private final FigureSettings settings;
  private final SessionRecord records;

  SessionFold(FigureSettings settings) {
    this.settings = settings;
    records = new SessionRecord(settings);
  }

  @Override
  public SessionRoom open(String roomId) {
    return new SessionRoom(roomId, settings.exactDistinct());
  }

  @Override
  public void apply(SessionRoom room, Observed fact, long now) {
    room.time = Math.max(room.time, now);
    if (fact.fact() instanceof CollectionGap gap) {
      room.gaps.add(gap);
      room.isChanged |= isPublished(room);
    } else if (fact.fact() instanceof DeadLetter) {
      room.undecodable++;
      room.isChanged |= isPublished(room);
    } else {
      applySeen(room, fact, now);
    }
  }

  /** Before anything is seen of a room there is nothing to tell the quality of. */
  private static boolean isPublished(SessionRoom room) {
    return room.revision > 0;
  }

  private void applySeen(SessionRoom room, Observed fact, long now) {
    if (fact.fact() instanceof RoomStatus status) {
      applyStatus(room, fact, status);
    } else {
      room.isChanged = true;
      room.events.add(fact.time(), 0);
      countLate(room, fact, now);
    }
    if (fact.fact() instanceof ChatEvent chat) {
      applyChat(room, fact, chat);
    } else if (fact.fact() instanceof RoomSnapshot snapshot) {
      applySnapshot(room, fact, snapshot);
    } else if (fact.fact() instanceof PromotionList list) {
      applyPromotions(room, fact, list);
    }
    noteEnd(room, now);
  }

  /** A status answer is news only where it changes the state: it is asked for ever again. */
  private static void applyStatus(SessionRoom room, Observed fact, RoomStatus status) {
    RoomState state = room.life.state();
    Instant ended = room.life.endedAt();
    room.life.status(fact, status);
    boolean news = state != room.life.state() || (ended == null) != (room.life.endedAt() == null);
    room.isChanged |= news || room.revision == 0;
  }

  private static void applyChat(SessionRoom room, Observed fact, ChatEvent chat) {
    room.tally.add(chat);
    room.lastSeen.message(chat);
    room.life.chat(fact, chat);
    GiftMessage gift = GiftMessage.of(chat);
    if (gift != null) {
      room.add(gift);
    }
    if (chat.getLikeTotal() != null) {
      room.counters.addLikes(fact.time(), chat.getLikeTotal());
    }
    Long online = chat.getOnlineCount();
    if (chat.getKind() == ChatKind.ONLINE && online != null && !chat.getOnlineIsLowerBound()) {
      room.online.add(fact.time(), online);
    }
  }

  private static void applySnapshot(SessionRoom room, Observed fact, RoomSnapshot snapshot) {
    room.lastSeen.snapshot(fact.time());
    room.life.snapshot(fact, snapshot);
    room.counters.add(fact.time(), snapshot);
    room.ownerId.offer(fact.time(), fact.eventId(), snapshot.getOwnerId());
    room.ownerName.offer(fact.time(), fact.eventId(), snapshot.getOwnerName());
    room.title.offer(fact.time(), fact.eventId(), snapshot.getTitle());
    if (snapshot.getState() == RoomState.LIVE) {
      room.composition.offer(fact.time(), fact.eventId(), Composition.of(snapshot));
      if (snapshot.getOnlineCount() != null) {
        room.online.add(fact.time(), snapshot.getOnlineCount());
      }
    }
  }

  private static void applyPromotions(SessionRoom room, Observed fact, PromotionList list) {
    room.shelf.offer(fact.time(), fact.eventId(), Shelf.of(list));
    SalesHistory sales = room.sales.change();
    sales.add(fact.time(), list.getPromotions());
    room.sold = sales.estimate();
  }

  /** Counts what comes after its minute's end and grace, or after the final. */
  private void countLate(SessionRoom room, Observed fact, long now) {
    long size = settings.window().toMillis();
    long due = (Math.floorDiv(fact.time(), size) + 1) * size + settings.grace().toMillis();
    boolean afterEnd =
        fact.fact() instanceof RoomSnapshot snapshot && snapshot.getState() == RoomState.ENDED;
    if (!afterEnd && (room.isFinal || due <= now)) {
      room.lateEvents++;
    }
  }

  private static void noteEnd(SessionRoom room, long now) {
    if (!room.life.isEnded()) {
      room.endConfirmedAt = null;
      room.isFinal = false;
    } else if (room.endConfirmedAt == null) {
      room.endConfirmedAt = now;
    }
  }

  @Override
  public void duplicate(SessionRoom room, Observed fact) {
    room.duplicates++;
  }

  @Override
  public List<Derived<RoomSession>> close(SessionRoom room, long now) {
    long before = Math.floorDiv(now - MEMORY.toMillis(), SETTLE_STEP) * SETTLE_STEP;
    if (before > room.settledBefore) {
      room.settle(before, settings);
    }
    if (room.isFinal || finalAt(room) > now) {
      return List.of();
    }
    room.isFinal = true;
    return List.of(publish(room));
  }

  @Override
  public List<Derived<RoomSession>> drafts(SessionRoom room) {
    return room.isChanged ? List.of(publish(room)) : List.of();
  }

  @Override
  public long deadline(SessionRoom room) {
    return room.isFinal
        ? room.time + ROOM_MEMORY.toMillis()
        : Math.min(finalAt(room), room.time + ROOM_MEMORY.toMillis());
  }

  @Override
  public boolean isSpent(SessionRoom room, long now) {
    return room.time + ROOM_MEMORY.toMillis() <= now;
  }

  @Override
  public long time(SessionRoom room) {
    return room.time;
  }

  @Override
  public Annex<?> annex(SessionRoom room) {
    return room.sales;
  }

  @Override
  public void write(SessionRoom room, StateWriter out) {
    room.write(out);
  }

  @Override
  public SessionRoom read(StateReader in) {
    return SessionRoom.read(in, settings);
  }

  private long finalAt(SessionRoom room) {
    return room.endConfirmedAt == null
        ? NEVER
        : room.endConfirmedAt + settings.sessionGrace().toMillis();
  }

  private Derived<RoomSession> publish(SessionRoom room) {
    room.isChanged = false;
    room.revision++;
    Long last = room.events.lastTime();
    long time = last == null ? room.time : last;
    return new Derived<>(
        records.of(room), room.roomId + ':' + room.revision, Instant.ofEpochMilli(time));
  }
}
