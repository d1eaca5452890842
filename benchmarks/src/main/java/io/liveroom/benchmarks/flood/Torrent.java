package io.liveroom.benchmarks.flood;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** One socket that is written to as fast as it is read. Lives on its event loop. */
final class Torrent {

  private static final int BLOCK = 64 << 10;
  private static final int AT_ONCE = 2; // blocks on their way

  private final NetSocket socket;
  private final List<Frame> frames;
  private final LongAdder messages;
  private long number;
  private int next;

  /**
   * @param first ids before it were sent on sockets before this one
   * @param messages hears how many were sent
   */
  Torrent(NetSocket socket, List<Frame> frames, long first, LongAdder messages) {
    this.socket = socket;
    this.frames = frames;
    this.number = first;
    this.messages = messages;
  }

  void start() {
    socket.handler(pings -> {}); // masked pings of the client; any frame answers them
    socket.exceptionHandler(gone -> {});
    for (int block = 0; block < AT_ONCE; block++) {
      write();
    }
  }

  /** Each block that is out makes place for another; the first that fails ends it. */
  private void write() {
    socket.write(block()).onSuccess(out -> write());
  }

  private Buffer block() {
    byte[] block = new byte[BLOCK];
    int end = 0;
    long before = number;
    while (end + frames.get(next).length() <= BLOCK) {
      Frame frame = frames.get(next);
      end = frame.write(block, end, number);
      number += frame.messages();
      next = (next + 1) % frames.size();
    }
    messages.add(number - before);
    return Buffer.buffer(block).slice(0, end);
  }
}
