package io.liveroom.collector.chat;

import io.liveroom.collector.CollectorSettings.Chat;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.publish.Pressure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One chat connection of one room. It never reconnects: it ends with exactly one {@link
 * CloseReason}. Lives on one lane.
 */
final class ChatSocket implements Pressure.Flow {

  private static final int PINGS_IN_SILENCE = 3;

  private final String roomId;
  private final PlatformClient client;
  private final Lane lane;
  private final InstantSource clock;
  private final Chat settings;
  private final Owner owner;
  private final FrameAssembly assembly;
  private final ClientWebSocket socket;

  private Lane.Timer watch = Lane.Timer.NONE;
  private Instant lastFrame = Instant.MIN; // pongs included
  private Instant lastMessage = Instant.MIN;
  private boolean isPaused;
  private boolean isConnected;
  private boolean hasEnded;

  /** Who hears from the socket. */
  interface Owner {
    void opened();

    /** Anything came, an answer to a ping included: the connection has proved itself. */
    void alive();

    void message(FrameAssembly.Message message);

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
    this.settings = settings;
    this.owner = owner;
    this.assembly = new FrameAssembly(maxFrame);
    this.socket = client.socket();
  }

  /** Connects, from its lane: what is called back is on the same lane. */
  void open() {
    socket.frameHandler(this::frame);
    socket.pongHandler(pong -> alive());
    socket.closeHandler(closed -> end(new CloseReason.Closed()));
    socket.exceptionHandler(failure -> end(new CloseReason.Closed()));
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
            socket.pause();
          }
        });
  }

  @Override
  public void resume() {
    lane.run(
        () -> {
          isPaused = false;
          lastFrame = clock.instant();
          lastMessage = lastFrame;
          if (isOpen()) {
            socket.resume();
          }
        });
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
    if (isPaused) {
      socket.pause();
    }
    lastFrame = clock.instant();
    lastMessage = lastFrame;
    owner.opened();
    ping();
  }

  private void ping() {
    socket.writePing(Buffer.buffer());
    Duration pause = settings.silence().dividedBy(PINGS_IN_SILENCE);
    watch = lane.after(pause, this::look);
  }

  private void look() {
    if (hasEnded) {
      return;
    }
    Instant now = clock.instant();
    boolean isSilent = now.isAfter(lastFrame.plus(settings.silence()));
    boolean isMute = now.isAfter(lastMessage.plus(settings.businessSilence()));
    if (!isPaused && (isSilent || (isMute && owner.isPeopled()))) {
      end(new CloseReason.Silent());
    } else {
      ping();
    }
  }

  private void frame(WebSocketFrame frame) {
    if (hasEnded || frame.isClose() || frame.isPing()) {
      return;
    }
    alive();
    if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
      FrameAssembly.Message message = assembly.add(frame);
      if (message != null) {
        lastMessage = lastFrame;
        owner.message(message);
      }
    }
  }

  private void alive() {
    lastFrame = clock.instant();
    if (!hasEnded) {
      owner.alive();
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
