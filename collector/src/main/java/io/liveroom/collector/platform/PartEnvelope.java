package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The envelope in which one element of an answer can be read like a whole answer. */
final class PartEnvelope {

  private PartEnvelope() {}

  /**
   * @param now the clock of the answer it was in
   */
  static byte[] around(byte[] part, Endpoint endpoint, @Nullable Instant now) {
    String time = now == null ? "null" : String.valueOf(now.toEpochMilli());
    return switch (endpoint) {
      case CHAT -> joined("{\"code\":200,\"now\":" + time + ",\"data\":[", part, "]}");
      // There is more: one product alone must not be taken for the whole shelf.
      case PROMOTIONS ->
          joined("{\"code\":200,\"data\":{\"has_more\":true,\"promotions\":[", part, "]}}");
      case INFO, STATUS, AUDIENCE, FEED ->
          joined(
              "{\"code\":200,\"data\":{\"extra\":{\"now\":" + time + "},\"data\":[", part, "]}}");
    };
  }

  private static byte[] joined(String before, byte[] part, String after) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(before.getBytes(UTF_8));
    whole.writeBytes(part);
    whole.writeBytes(after.getBytes(UTF_8));
    return whole.toByteArray();
  }
}
