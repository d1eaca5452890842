package io.liveroom.collector.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bytes as they came, with their coordinates. */
public final class Payload {

  private final Endpoint endpoint;
  private final @Nullable String roomId;
  private final byte[] bytes;
  private final Instant receivedAt;

  /**
   * @param roomId the room asked for; null where the question was not about one room
   */
  public Payload(Endpoint endpoint, @Nullable String roomId, byte[] bytes, Instant receivedAt) {
    this.endpoint = endpoint;
    this.roomId = roomId;
    this.bytes = bytes;
    this.receivedAt = receivedAt;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public @Nullable String roomId() {
    return roomId;
  }

  byte[] bytes() {
    return bytes;
  }

  public Instant receivedAt() {
    return receivedAt;
  }
}
