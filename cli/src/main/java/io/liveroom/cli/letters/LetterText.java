package io.liveroom.cli.letters;

import io.liveroom.deadletter.DeadLetter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** Dead letters as lines for a person. */
public final class LetterText {

  /** Above the lines of {@link #line}. */
  public static final String HEADER =
      "%-24s %5s  %-10s %-17s %-20s %9s  %s"
          .formatted("received_at", "times", "endpoint", "reason", "room", "bytes", "id");

  private LetterText() {}

  public static String line(LetterList.Entry entry) {
    DeadLetter letter = entry.newest();
    return "%-24s %5d  %-10s %-17s %-20s %9d  %s%n    %s"
        .formatted(
            letter.getReceivedAt(),
            entry.times(),
            letter.getEndpoint(),
            letter.getReason(),
            Objects.requireNonNullElse(letter.getRoomId(), "-"),
            letter.getPayloadSize(),
            letter.getDeadLetterId(),
            letter.getDetail());
  }

  /**
   * All of one letter.
   *
   * @param most bytes of the payload
   */
  public static String page(DeadLetter letter, int most) {
    ByteBuffer payload = letter.getPayload().duplicate();
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    byte[] shown = bytes.length > most ? Arrays.copyOf(bytes, most) : bytes;
    return """
        id           %s
        received at  %s by %s
        endpoint     %s, room %s
        failed at    %s: %s
                     %s
        bytes        %d came, %d kept, %d shown%s

        %s"""
        .formatted(
            letter.getDeadLetterId(),
            letter.getReceivedAt(),
            letter.getCollectorId(),
            letter.getEndpoint(),
            Objects.requireNonNullElse(letter.getRoomId(), "-"),
            letter.getStage(),
            letter.getReason(),
            letter.getDetail(),
            letter.getPayloadSize(),
            bytes.length,
            shown.length,
            letter.getIsTruncated() ? "; cut off when it was kept" : "",
            PayloadText.of(shown));
  }
}
