package io.liveroom.simulator.server;

import io.liveroom.simulator.ledger.Ledger;
import io.liveroom.simulator.ledger.RoomLedger;
import io.liveroom.simulator.wire.ChatJson;
import io.liveroom.simulator.wire.LooseJson;
import io.liveroom.simulator.wire.MessageJson;
import io.liveroom.simulator.world.Broadcast;
import io.liveroom.simulator.world.FrameShape;
import io.liveroom.simulator.world.GivenTotals;
import io.liveroom.simulator.world.RankedGiver;
import io.liveroom.simulator.world.RoomLife;
import io.liveroom.simulator.world.RoomMessage;
import io.liveroom.simulator.world.RoomView;
import io.liveroom.simulator.world.Trap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One room being lived, with who listens. Safe for several threads. */
final class LiveRoom {
  private static final Duration MEMORY = Duration.ofSeconds(10);
  private static final int REPLAYED = 15;

  /** Bounds memory in the wildest moments; a poll a second misses nothing. */
  private static final int REMEMBERED = 600;

  private final Broadcast broadcast;
  private final RoomLife life;
  private final MessageJson writer;
  private final RoomLedger ledger;
  private final FaultBook faults;
  private final SocketLog log;
  private final Deque<Posted> recent = new ArrayDeque<>();
  private final List<Posted> fresh = new ArrayList<>();
  private final List<ChatSocket> sockets = new ArrayList<>();

  LiveRoom(Broadcast broadcast, Ledger ledger, FaultBook faults, SocketLog sockets) {
    this.broadcast = broadcast;
    this.life = new RoomLife(broadcast);
    this.writer = new MessageJson(broadcast);
    this.ledger = ledger.room(broadcast.roomId(), this::given);
    this.faults = faults;
    this.log = sockets;
  }

  Broadcast broadcast() {
    return broadcast;
  }

  RoomLedger ledger() {
    return ledger;
  }

  synchronized GivenTotals given() {
    return life.given();
  }

  synchronized RoomView view(Instant now) {
    advance(now);
    return life.view(now);
  }

  synchronized List<RankedGiver> ranking(Instant now, int places) {
    advance(now);
    return life.ranking(places);
  }

  /** When there is something to push; null after the end or where nobody listens. */
  synchronized @Nullable Instant nextAt() {
    return sockets.isEmpty() ? null : life.nextAt();
  }

  /** The answer to a GET: the last messages again and again, in no good order. */
  synchronized String poll(Instant now, String connection) {
    advance(now);
    List<Posted> batch = new ArrayList<>(recent);
    if (broadcast.traps().has(Trap.REPEATS_AND_DISORDER) && now.toEpochMilli() % 3 == 0) {
      Collections.reverse(batch);
    }
    enter(batch, envelopeTime(now), now, connection);
    return ChatJson.envelope(broadcast, texts(batch), now);
  }

  /** A new listener: it is told the last messages first. */
  synchronized void attach(ChatSocket socket, Instant now) {
    push(now);
    List<Posted> last = new ArrayList<>(recent);
    sendTo(socket, last.subList(Math.max(0, last.size() - REPLAYED), last.size()), now);
    sockets.add(socket);
  }

  synchronized void detach(ChatSocket socket) {
    sockets.remove(socket);
  }

  /** So many people of a hundred leave. */
  synchronized void leave(Instant now, int percent) {
    advance(now);
    life.leave(percent / 100.0);
  }

  synchronized void cutSockets() {
    List.copyOf(sockets).forEach(ChatSocket::cut);
  }

  /** Tells all listeners what is new. */
  synchronized void push(Instant now) {
    advance(now);
    if (fresh.isEmpty()) {
      return;
    }
    List<Posted> batch = List.copyOf(fresh);
    fresh.clear();
    if (!sockets.isEmpty() && !isFaulty(batch, now)) {
      List<Posted> frame = withRepeat(batch);
      List.copyOf(sockets).forEach(socket -> sendTo(socket, frame, now));
    }
  }

  private boolean isFaulty(List<Posted> batch, Instant now) {
    Fault fault =
        faults.strike(FaultBook.OF_FRAMES, Endpoint.CHAT, broadcast.roomId(), now).orElse(null);
    if (fault == null) {
      return false;
    }
    String frame = ChatJson.envelope(broadcast, texts(batch), now);
    switch (fault.kind()) {
      case BROKEN_JSON -> sockets.forEach(socket -> socket.send(LooseJson.ruin(frame)));
      case OVERSIZE -> sockets.forEach(socket -> socket.send(LooseJson.inflate(frame)));
      case SILENT_SOCKETS,
          LATENCY,
          HTTP_ERROR,
          ERROR_CODE,
          THROTTLE,
          REFUSE_TOKEN,
          CUT,
          CROWD_LEAVES,
          REFUSE_UPGRADE -> {}
    }
    return true;
  }

  private void sendTo(ChatSocket socket, List<Posted> batch, Instant now) {
    if (batch.isEmpty()) {
      return;
    }
    switch (broadcast.quirks().frames()) {
      case ENVELOPE -> {
        String frame = ChatJson.envelope(broadcast, texts(batch), now);
        if (socket.send(LooseJson.loosen(frame, looseness(now)))) {
          sent(batch, envelopeTime(now), now, socket);
        }
      }
      case ARRAY -> {
        if (socket.send(ChatJson.array(texts(batch)))) {
          sent(batch, null, now, socket);
        }
      }
      case MESSAGE -> {
        for (Posted posted : batch) {
          if (socket.send(posted.text(writer))) {
            sent(List.of(posted), null, now, socket);
          }
        }
      }
    }
  }

  /** Now and then the message before comes along once more. */
  private List<Posted> withRepeat(List<Posted> batch) {
    RoomMessage first = batch.get(0).message;
    boolean repeats =
        broadcast.traps().has(Trap.REPEATS_AND_DISORDER)
            && broadcast.quirks().frames() != FrameShape.MESSAGE
            && broadcast.seed().child(7).fraction(first.number()) < 0.05;
    if (!repeats || recent.size() <= batch.size()) {
      return batch;
    }
    List<Posted> longer = new ArrayList<>(batch);
    longer.add(new ArrayList<>(recent).get(recent.size() - batch.size() - 1));
    return longer;
  }

  private double looseness(Instant now) {
    return broadcast.traps().has(Trap.LOOSE_JSON)
        ? broadcast.seed().child(8).fraction(now.toEpochMilli())
        : 1;
  }

  private void sent(
      List<Posted> batch, @Nullable Instant envelopeTime, Instant now, ChatSocket socket) {
    enter(batch, envelopeTime, now, socket.name());
    log.sent(batch.size());
  }

  private void enter(
      List<Posted> batch, @Nullable Instant envelopeTime, Instant now, String connection) {
    batch.forEach(posted -> posted.enter(ledger, envelopeTime, now, connection));
  }

  private @Nullable Instant envelopeTime(Instant now) {
    return ChatJson.tellsTime(broadcast) ? now : null;
  }

  private List<String> texts(List<Posted> batch) {
    return batch.stream().map(posted -> posted.text(writer)).toList();
  }

  private void advance(Instant now) {
    life.advanceTo(now, this::remember);
    while (recent.size() > REPLAYED
        && (recent.size() > REMEMBERED
            || recent.element().message.at().plus(MEMORY).isBefore(now))) {
      recent.remove();
    }
  }

  private void remember(RoomMessage message) {
    Posted posted = new Posted(message);
    recent.add(posted);
    if (recent.size() > REMEMBERED) {
      recent.remove();
    }
    if (!sockets.isEmpty()) {
      fresh.add(posted);
    }
  }
}
