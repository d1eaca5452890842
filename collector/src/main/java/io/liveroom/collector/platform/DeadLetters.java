package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import io.liveroom.collector.Secret;
import io.liveroom.deadletter.DeadLetter;
import io.liveroom.deadletter.DeadLetterReason;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes dead letters: bytes that could not be read, cleaned, with their coordinates. */
public final class DeadLetters {

  /** Keeps a dead letter well below the broker's largest message. */
  static final int LONGEST_PAYLOAD = 768 << 10;

  private final String collectorId;
  private final PrivacyFilter privacy;
  private final Secret token;

  public DeadLetters(String collectorId, PrivacyFilter privacy, Secret token) {
    this.collectorId = collectorId;
    this.privacy = privacy;
    this.token = token;
  }

  /** What tells a payload apart from others. */
  String fingerprint(Payload payload) {
    return payload.fingerprint(privacy);
  }

  /** A payload that could not be read at all. */
  DeadLetter of(Payload payload, IOException failure) {
    return whole(payload, payload.bytes().length, reason(failure), words(failure));
  }

  /** A payload that a decoder stumbled over: its mistake, not the payload's. */
  DeadLetter ofMistake(Payload payload, RuntimeException mistake) {
    String words = "the decoder failed with " + mistake.getClass().getSimpleName();
    return whole(payload, payload.bytes().length, DeadLetterReason.UNKNOWN, words);
  }

  /**
   * A part of a payload, the rest of which could be read. It is put into an envelope of its own, so
   * that it can be read again like a whole.
   *
   * @param now the clock of the envelope it came in
   */
  DeadLetter ofPart(Payload payload, byte[] part, @Nullable Instant now, IOException failure) {
    DeadLetter letter = letter(payload, privacy.fingerprint(part));
    letter.setReason(reason(failure));
    letter.setDetail(words(failure));
    letter.setPayload(
        ByteBuffer.wrap(
            cleaned(payload.endpoint(), PartEnvelope.around(part, payload.endpoint(), now))));
    letter.setPayloadSize((long) part.length);
    letter.setIsTruncated(part.length > LONGEST_PAYLOAD);
    return letter;
  }

  /**
   * A payload that was too large to be read.
   *
   * @param payload its first bytes
   * @param size all its bytes, as far as known
   */
  public DeadLetter tooLarge(Payload payload, long size) {
    return whole(payload, size, DeadLetterReason.TOO_LARGE, "larger than the limit");
  }

  private DeadLetter whole(Payload payload, long size, DeadLetterReason reason, String detail) {
    DeadLetter letter = letter(payload, fingerprint(payload));
    letter.setReason(reason);
    letter.setDetail(detail);
    letter.setPayload(ByteBuffer.wrap(cleaned(payload.endpoint(), payload.bytes())));
    letter.setPayloadSize(size);
    letter.setIsTruncated(size > Math.min(payload.bytes().length, LONGEST_PAYLOAD));
    return letter;
  }

  private DeadLetter letter(Payload payload, String fingerprint) {
    DeadLetter letter = new DeadLetter();
    String endpoint = payload.endpoint().label();
    letter.setDeadLetterId(place(payload.roomId()) + endpoint + ":" + fingerprint);
    letter.setRoomId(payload.roomId());
    letter.setEndpoint(endpoint);
    letter.setStage("decode");
    letter.setReceivedAt(payload.receivedAt());
    letter.setCollectorId(collectorId);
    return letter;
  }

  private byte[] cleaned(Endpoint endpoint, byte[] bytes) {
    byte[] first = bytes.length > LONGEST_PAYLOAD ? Arrays.copyOf(bytes, LONGEST_PAYLOAD) : bytes;
    String secret = token.reveal();
    byte[] safe = PayloadMask.without(first, List.of(secret, URLEncoder.encode(secret, UTF_8)));
    return privacy.keepsPayloads() ? safe : PayloadMask.mask(safe, endpoint, privacy);
  }

  private static String place(@Nullable String roomId) {
    return roomId == null ? "" : roomId + ":";
  }

  private static DeadLetterReason reason(IOException failure) {
    if (failure instanceof WrongShape) {
      return DeadLetterReason.WRONG_SHAPE;
    }
    return failure instanceof WrongRoom ? DeadLetterReason.WRONG_ROOM : DeadLetterReason.NOT_JSON;
  }

  /** Jackson's own messages quote the payload, so only their place is told. */
  private static String words(IOException failure) {
    if (failure instanceof WrongShape || failure instanceof WrongRoom) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof JacksonException json && json.getLocation() != null) {
      return "not JSON at line %d, column %d"
          .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr());
    }
    return "not readable as text";
  }
}
