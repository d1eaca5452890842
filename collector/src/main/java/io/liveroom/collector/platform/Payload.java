package io.liveroom.collector.platform;

import io.liveroom.deadletter.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Bytes as they came, with their coordinates. */
public final class Payload {

  private final Endpoint endpoint;
  private final @Nullable String roomId;
  private final byte[] bytes;
  private final Instant receivedAt;
  private @Nullable String fingerprint; // of the bytes as they came, where these are not they

  /**
   * @param roomId the room asked for; null where the question was not about one room
   */
  public Payload(Endpoint endpoint, @Nullable String roomId, byte[] bytes, Instant receivedAt) {
    this.endpoint = endpoint;
    this.roomId = roomId;
    this.bytes = bytes;
    this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS); // as records tell it
  }

  /**
   * A payload out of a dead letter: cleaned, so its fingerprint is that of the bytes as they came.
   */
  public static Payload ofLetter(Endpoint endpoint, DeadLetter letter) {
    ByteBuffer kept = letter.getPayload().duplicate();
    byte[] bytes = new byte[kept.remaining()];
    kept.get(bytes);
    Payload payload = new Payload(endpoint, letter.getRoomId(), bytes, letter.getReceivedAt());
    String id = letter.getDeadLetterId();
    payload.fingerprint = id.substring(id.lastIndexOf(':') + 1);
    return payload;
  }

  /** What tells these bytes apart from others, made with the privacy key. */
  String fingerprint(PrivacyFilter privacy) {
    return fingerprint == null ? privacy.fingerprint(bytes) : fingerprint;
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
