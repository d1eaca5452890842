package io.liveroom.collector.chat;

import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.publish.Pressure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One chat connection of one room. It never reconnects: it ends with exactly one {@link
 * CloseReason}. Lives on one lane.
 */
final class ChatSocket implements Pressure.Flow {

  private final String roomId;
  private final PlatformClient client;
  private final Lane lane;
  private final InstantSource clock;
  private final Chat settings;
  private final Owner owner;
  private final FrameAssembly assembly;
  private final ClientWebSocket socket;

  private Lane.Timer watch = Lane.Timer.NONE;
  private Liveness liveness; // begins anew when it is connected
  private boolean isPaused;
  private boolean isConnected;
  private boolean hasEnded;

  /** Who hears from the socket. */
  interface Owner {
    void opened();

    /** Anything came, an answer to a ping included: the connection has proved itself. */
    void alive(Instant at);

    void message(FrameAssembly.Message message, Instant at);

    void ended(CloseReason reason);

    /** Whether the last snapshot says that people are in the room. */
    boolean isPeopled();
  }

  ChatSocket(
      String roomId,
      PlatformClient client,
      Lane lane,
      InstantSource clock,
      Chat settings,
      int maxFrame,
      Owner owner) {
    this.roomId = roomId;
    this.client = client;
    this.lane = lane;
    this.clock = clock;
    this.owner = owner;
    this.settings = settings;
    this.liveness = new Liveness(settings, clock.instant());
    this.assembly = new FrameAssembly(maxFrame);
    this.socket = client.socket();
  }

  /** Connects, from its lane: what is called back is on the same lane. */
  void open() {
    socket.frameHandler(this::frame);
    socket.pongHandler(this::pong);
    socket.closeHandler(closed -> closed());
    socket.exceptionHandler(failure -> closed());
    client
        .connect(socket, roomId)
        .onSuccess(open -> opened())
        .onFailure(failure -> end(rejected(failure)));
  }

  void close() {
    end(new CloseReason.Stopped());
  }

  @Override
  public void pause() {
    lane.run(
        () -> {
          isPaused = true;
          if (isOpen()) {
            hold();
          }
        });
  }

  @Override
  public void resume() {
    lane.run(
        () -> {
          isPaused = false;
          if (isOpen()) {
            liveness.release(clock.instant());
            socket.resume();
            ping();
          }
        });
  }

  private void hold() {
    liveness.hold(clock.instant());
    socket.pause();
  }

  private boolean isOpen() {
    return isConnected && !hasEnded;
  }

  private void opened() {
    isConnected = true;
    if (hasEnded) {
      socket.close();
      return;
    }
    liveness = new Liveness(settings, clock.instant());
    owner.opened();
    ping();
    if (isPaused) {
      hold();
    }
    watch = lane.after(liveness.pause(), this::look);
  }

  private void ping() {
    socket.writePing(Buffer.buffer(Integer.BYTES).appendInt(liveness.nextPing()));
  }

  private void look() {
    if (hasEnded) {
      return;
    }
    Instant now = clock.instant();
    Optional<CloseReason> verdict = liveness.verdict(now, owner.isPeopled());
    if (verdict.isPresent()) {
      end(verdict.get());
      return;
    }
    if (liveness.isQuiet(now)) {
      ping();
    }
    watch = lane.after(liveness.pause(), this::look);
  }

  private void pong(Buffer answer) {
    Instant now = clock.instant();
    boolean isNumbered = answer.length() == Integer.BYTES;
    liveness.pong(isNumbered ? answer.getInt(0) : Integer.MAX_VALUE, now);
    alive(now);
  }

  private void frame(WebSocketFrame frame) {
    if (hasEnded || frame.isClose() || frame.isPing()) {
      return;
    }
    Instant now = clock.instant();
    liveness.frame(now);
    alive(now);
    if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
      FrameAssembly.Message message = assembly.add(frame);
      if (message != null) {
        liveness.message(now);
        owner.message(message, now);
      }
    }
  }

  /** What came before the end and is held back is still in the socket: it is read first. */
  private void closed() {
    socket.resume();
    lane.run(() -> end(liveness.ended(new CloseReason.Closed())));
  }

  private void alive(Instant now) {
    if (!hasEnded) {
      owner.alive(now);
    }
  }

  private void end(CloseReason reason) {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    watch.cancel();
    if (isConnected) {
      socket.close();
    }
    owner.ended(reason);
  }

  private static CloseReason rejected(Throwable failure) {
    return failure instanceof UpgradeRejectedException rejection
        ? new CloseReason.NotUpgraded(rejection.getStatus())
        : new CloseReason.Unreachable();
  }
}
