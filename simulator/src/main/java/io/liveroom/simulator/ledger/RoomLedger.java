package io.liveroom.simulator.ledger;

import io.liveroom.simulator.world.Content;
import io.liveroom.simulator.world.GivenTotals;
import io.liveroom.simulator.world.RoomMessage;
import io.liveroom.simulator.world.RoomShown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was sent of one room, as it is being sent. Safe for several threads. */
public final class RoomLedger {
  private final String roomId;
  private final boolean keepsFacts;
  private final Supplier<GivenTotals> given;
  private final List<ChatFact> chat = new ArrayList<>();
  private final List<SnapshotFact> snapshots = new ArrayList<>();
  private final List<PromotionsFact> promotions = new ArrayList<>();
  private final List<StatusFact> statuses = new ArrayList<>();
  private final Map<String, Long> sent = new TreeMap<>();

  RoomLedger(String roomId, boolean keepsFacts, Supplier<GivenTotals> given) {
    this.roomId = roomId;
    this.keepsFacts = keepsFacts;
    this.given = given;
  }

  /**
   * A message was sent for the first time.
   *
   * @param envelopeTime the envelope's server clock; null where there was none
   */
  public synchronized void first(
      RoomMessage message, @Nullable Instant envelopeTime, Instant sentAt, String connection) {
    sent.merge(connection, 1L, Long::sum);
    if (keepsFacts) {
      chat.add(fact(message, envelopeTime, sentAt, connection));
    }
  }

  /** A message was sent once more. */
  public synchronized void again(String connection) {
    sent.merge(connection, 1L, Long::sum);
  }

  /** An answer of {@code info} or {@code feed} showed the room. */
  public synchronized void snapshot(String source, RoomShown shown) {
    if (keepsFacts) {
      snapshots.add(new SnapshotFact(source, shown));
    }
  }

  /** A shelf was read on by a page: takes the place of the same reading with fewer pages. */
  public synchronized void promotions(PromotionsFact shelf) {
    if (keepsFacts) {
      promotions.removeIf(
          before ->
              before.eventTime().equals(shelf.eventTime())
                  && before.products().size() <= shelf.products().size());
      promotions.add(shelf);
    }
  }

  /** An answer of {@code status} mentioned the room. */
  public synchronized void status(Instant at, boolean alive) {
    if (keepsFacts) {
      statuses.add(new StatusFact(at, alive));
    }
  }

  RoomFacts facts() {
    GivenTotals totals = given.get(); // takes the room's lock, which is taken before this one
    synchronized (this) {
      return new RoomFacts(roomId, chat, snapshots, promotions, statuses, sent, totals);
    }
  }

  private static ChatFact fact(
      RoomMessage message, @Nullable Instant envelopeTime, Instant sentAt, String connection) {
    Instant known = message.showsTime() ? message.at() : envelopeTime;
    Content content = message.content();
    Content.Like like = content instanceof Content.Like l ? l : null;
    Content.Online online = content instanceof Content.Online o ? o : null;
    return new ChatFact(
        message.id(),
        known == null ? sentAt : known,
        known == null,
        sentAt,
        connection,
        content.kind(),
        message.viewer() == null ? null : message.viewer().id(),
        message.viewer() != null && message.viewer().isAnonymous(),
        content instanceof Content.Given g ? GiftFact.of(g) : null,
        like == null ? null : like.count(),
        like == null ? null : like.total(),
        online == null ? null : online.count(),
        online != null && online.isLowerBound(),
        content instanceof Content.Control control ? Integer.valueOf(control.action()) : null);
  }
}
