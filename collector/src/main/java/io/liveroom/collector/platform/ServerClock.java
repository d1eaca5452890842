package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The service's own clock, which it puts into its answers. */
public final class ServerClock {

  private static final Envelope.Content NOTHING =
      new Envelope.Content() {
        @Override
        public void inner(JsonParser parser) throws IOException {
          parser.skipChildren();
        }

        @Override
        public void beside(String name, JsonParser parser) throws IOException {
          parser.skipChildren();
        }
      };

  private ServerClock() {}

  /** What it showed when the answer was made; empty where the answer does not say. */
  public static Optional<Instant> of(Payload payload) {
    try {
      return Optional.ofNullable(Envelope.read(payload.bytes(), NOTHING).now());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
