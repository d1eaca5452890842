package io.liveroom.collector.chat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Puts the frames of one message together, up to a bound; beyond it only the first bytes stay. */
final class FrameAssembly {

  private static final int KEPT_OF_LARGE = 4096;

  private final int most;
  private Buffer parts = Buffer.buffer();
  private long size;

  FrameAssembly(int most) {
    this.most = most;
  }

  /**
   * A whole message, or the beginning of one that is too large.
   *
   * @param size of the whole message
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way through, never compared
  record Message(byte[] bytes, long size) {
    boolean isWhole() {
      return bytes.length == size;
    }
  }

  /** Null until the message's last frame. */
  @Nullable Message add(WebSocketFrame frame) {
    Buffer data = frame.binaryData();
    if (frame.isFinal() && size == 0 && data.length() <= most) {
      return new Message(data.getBytes(), data.length()); // nearly always
    }
    size += data.length();
    if (size <= most) {
      parts.appendBuffer(data);
    } else if (parts.length() < KEPT_OF_LARGE) {
      parts.appendBuffer(data.slice(0, Math.min(data.length(), KEPT_OF_LARGE)));
    }
    if (!frame.isFinal()) {
      return null;
    }
    boolean isLarge = size > most;
    byte[] bytes =
        isLarge ? parts.getBytes(0, Math.min(KEPT_OF_LARGE, parts.length())) : parts.getBytes();
    Message message = new Message(bytes, size);
    parts = Buffer.buffer();
    size = 0;
    return message;
  }
}
