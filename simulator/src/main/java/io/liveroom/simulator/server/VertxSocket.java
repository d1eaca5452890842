package io.liveroom.simulator.server;

import io.vertx.core.http.ServerWebSocket;

/** A chat socket over the network. Its room's lock guards it. */
final class VertxSocket implements ChatSocket {
  /** Bytes that may wait for a slow reader before it is cut off: it must know that it misses. */
  private static final int PATIENCE = 4 * 1_024 * 1_024;

  private final String name;
  private final ServerWebSocket socket;
  private boolean isCut; // by us; what is written after that, nobody reads

  VertxSocket(String name, ServerWebSocket socket) {
    this.name = name;
    this.socket = socket.setWriteQueueMaxSize(PATIENCE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean send(String frame) {
    if (isCut || socket.isClosed()) {
      return false;
    }
    if (socket.writeQueueFull()) {
      cut();
      return false;
    }
    socket.writeTextMessage(frame);
    return true;
  }

  @Override
  public void cut() {
    isCut = true;
    socket.close((short) 1011);
  }
}
