package io.liveroom.collector.chat;

import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.CollectorSettings.Transport;
import io.liveroom.collector.pace.Doorway;
import io.liveroom.collector.pace.Knock;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.FailureCategory;
import io.liveroom.collector.platform.Payload;
import io.liveroom.collector.poll.PollLoop;
import io.liveroom.collector.poll.PollOutcome;
import io.liveroom.collector.publish.Counted;
import io.liveroom.observed.ChatEvent;
import io.liveroom.observed.GapCause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one room's chat coming: one socket at a time, or repeated GET where there is none, and a
 * gap for what was missed. Lives on one lane.
 */
public final class ChatSupervisor implements ChatSocket.Owner {

  private static final Duration LOOKS_ASIDE = Duration.ofSeconds(2); // while it waits in the line
  private static final int POLLS_MISSED = 3; // fewer are no gap: GET repeats what came lately

  private final String roomId;
  private final Chat settings;
  private final int maxFrame;
  private final Lane lane;
  private final InstantSource clock;
  private final DoubleSupplier random;
  private final ChatIntake intake;
  private final Doorway doorway;
  private final Sight sight;
  private final PollLoop loop;
  private final Consumer<ChatEvent> seen;
  private final BooleanSupplier isPeopled;
  private final ChatPolicy policy;

  private @Nullable ChatSocket socket;
  private @Nullable Knock knock; // of the connection that is being made
  private Lane.Timer timer = Lane.Timer.NONE;
  private Lane.Timer place = Lane.Timer.NONE; // in the line for a connection
  private int failures; // connections in a row that brought no frame
  private boolean isRunning;
  private boolean isPolling;
  private boolean isOpen; // the socket was upgraded

  /** What all rooms of a worker share. */
  public record Shared(
      Chat settings,
      int maxFrame,
      InstantSource clock,
      DoubleSupplier random,
      ChatIntake intake,
      Doorway doorway,
      String collectorId) {}

  /**
   * @param loop makes the loop that repeats GET, given who hears of its outcomes
   * @param seen hears of every event
   * @param isPeopled whether the last snapshot says that people are in the room
   */
  public ChatSupervisor(
      String roomId,
      Lane lane,
      Shared shared,
      Function<Consumer<PollOutcome>, PollLoop> loop,
      Consumer<ChatEvent> seen,
      BooleanSupplier isPeopled) {
    this.roomId = roomId;
    this.settings = shared.settings();
    this.maxFrame = shared.maxFrame();
    this.lane = lane;
    this.clock = shared.clock();
    this.random = shared.random();
    this.intake = shared.intake();
    this.doorway = shared.doorway();
    GapRecords gaps = new GapRecords(roomId, shared.collectorId(), intake.publisher());
    this.sight = new Sight(clock.instant(), gaps::publish);
    this.loop = loop.apply(this::polled);
    this.seen = seen;
    this.isPeopled = isPeopled;
    this.policy = new ChatPolicy(settings.transport(), settings.upgradeRetry());
  }

  /**
   * Another worker saw the chat of this room until then: what is missing since is a gap. Forgotten
   * once the chat has begun, or turns out not to be wanted.
   *
   * @param seenUntil null where nobody saw it, or nothing is missing
   */
  public void takeOver(@Nullable Instant seenUntil) {
    sight.takeOver(seenUntil);
  }

  /** Whether the chat is wanted and has been seen. */
  public boolean isProven() {
    return sight.isProven();
  }

  /** Begins; twice is once. */
  public void start() {
    if (isRunning) {
      return;
    }
    isRunning = true;
    failures = 0;
    sight.begin(clock.instant());
    if (settings.transport() == Transport.POLL) {
      fallBack();
    } else {
      sight.lost(standstill());
      connect();
    }
  }

  /**
   * Ends, because the room needs no chat any more, another worker goes on, or this one ends; twice
   * is once. A gap that is open is recorded up to here. What is missing from here on, the next
   * owner records.
   */
  public void stop() {
    if (isRunning) {
      isRunning = false;
      sight.end(clock.instant());
      timer.cancel();
      place.cancel();
      loop.stop();
      isPolling = false;
      close();
    }
  }

  @Override
  public void opened() {
    intake.publisher().counters().add(Counted.SOCKETS_OPENED, Endpoint.CHAT);
    isOpen = true;
    knocked(Knock.Result.LET_IN);
    loop.stop();
    isPolling = false;
  }

  @Override
  public void alive(Instant at) {
    failures = 0;
    sight.frame(at);
  }

  @Override
  public void message(FrameAssembly.Message message, Instant at) {
    sight.message(at);
    Payload payload = new Payload(Endpoint.CHAT, roomId, message.bytes(), at);
    if (message.isWhole()) {
      intake.take(payload, roomId, seen);
    } else {
      intake.tooLarge(payload, message.size());
    }
  }

  @Override
  public void ended(CloseReason reason) {
    if (socket != null) {
      intake.publisher().pressure().leave(socket);
      socket = null;
      countClosed();
    }
    knocked(reason.result());
    if (!isRunning) {
      return;
    }
    failures++;
    if (!isPolling) {
      sight.lost(reason);
    }
    boolean isShut = doorway.standstill() == Doorway.Standstill.PLATFORM;
    act(policy.decide(reason, failures, isShut, random.getAsDouble()));
  }

  private void knocked(Knock.Result result) {
    if (knock != null) {
      knock.end(result);
      knock = null;
    }
  }

  @Override
  public boolean isPeopled() {
    return isPeopled.getAsBoolean();
  }

  private void countClosed() {
    if (isOpen) {
      isOpen = false;
      intake.publisher().counters().add(Counted.SOCKETS_CLOSED, Endpoint.CHAT);
    }
  }

  private void act(ChatDecision decision) {
    if (decision instanceof ChatDecision.Reconnect reconnect) {
      timer = lane.after(reconnect.after(), this::connect);
    } else if (decision instanceof ChatDecision.FallBack fallBack) {
      fallBack();
      timer = lane.after(fallBack.upgradeAfter(), () -> upgrade(fallBack.upgradeAfter()));
    }
  }

  private void connect() {
    if (isRunning && socket == null) {
      place.cancel();
      place = doorway.enter(lane, this::open);
      if (settings.transport() == Transport.AUTO) {
        timer = lane.after(LOOKS_ASIDE, this::meanwhile);
      }
    }
  }

  private void upgrade(Duration retry) {
    if (doorway.isWorthATry()) {
      connect();
    } else {
      timer = lane.after(retry, () -> upgrade(retry));
    }
  }

  /** Who waits in a line that leads nowhere need not wait for its own turn to know. */
  private void meanwhile() {
    if (!isRunning || socket != null || isPolling) {
      return;
    }
    if (doorway.turnsAway()) {
      fallBack();
    } else {
      timer = lane.after(LOOKS_ASIDE, this::meanwhile);
    }
  }

  private void open(Knock let) {
    if (!isRunning || socket != null) {
      let.end(Knock.Result.GIVEN_UP);
      return;
    }
    ChatSocket next =
        new ChatSocket(roomId, intake.client(), lane, clock, settings, maxFrame, this);
    knock = let;
    socket = next;
    intake.publisher().pressure().join(next);
    next.open();
  }

  /** What keeps a room waiting for its first socket. */
  private GapCause standstill() {
    return switch (doorway.standstill()) {
      case NONE -> GapCause.THROTTLED;
      case PRESSURE -> GapCause.KAFKA_DOWN;
      case TOKEN -> GapCause.TOKEN_REFUSED;
      case PLATFORM -> GapCause.PLATFORM_ERROR;
    };
  }

  private void fallBack() {
    isPolling = true;
    loop.start();
    loop.soon();
  }

  private void polled(PollOutcome outcome) {
    if (!isRunning || !isPolling) {
      return;
    }
    if (outcome instanceof PollOutcome.Observed || outcome instanceof PollOutcome.Unreadable) {
      sight.answered(clock.instant(), settings.pollInterval().multipliedBy(POLLS_MISSED));
    } else {
      sight.lost(cause(outcome));
    }
  }

  private static GapCause cause(PollOutcome outcome) {
    if (outcome instanceof PollOutcome.Refused) {
      return GapCause.TOKEN_REFUSED;
    }
    boolean isLeftOut =
        outcome instanceof PollOutcome.Failed failed
            && failed.category() == FailureCategory.NO_BUDGET;
    return isLeftOut || outcome instanceof PollOutcome.Throttled
        ? GapCause.THROTTLED
        : GapCause.PLATFORM_ERROR;
  }

  private void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
