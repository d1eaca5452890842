package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.collector.CollectorSettings.Privacy;
import io.liveroom.collector.CollectorSettings.Text;
import io.liveroom.collector.CollectorSettings.Users;
import io.liveroom.collector.Secret;
import io.liveroom.deadletter.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The decoders of one worker, and the fixtures they are tried on. */
final class Decoders {

  static final Instant ARRIVAL = Instant.parse("2024-06-01T12:00:00Z");
  static final String ROOM = "7301444404434567891";

  private final PrivacyFilter privacy;
  private final DeadLetters letters;

  Decoders(Users users) {
    this(users, Text.KEEP);
  }

  Decoders(Users users, Text text) {
    privacy =
        new PrivacyFilter(new Privacy(users, text, Secret.ofValue("a key that is long enough")));
    letters = new DeadLetters("worker-1", privacy, Secret.ofValue("secret-token"));
  }

  ChatDecoder chat() {
    return new ChatDecoder("worker-1", letters, privacy);
  }

  InfoDecoder info() {
    return new InfoDecoder("worker-1", letters);
  }

  FeedDecoder feed() {
    return new FeedDecoder("worker-1", letters);
  }

  StatusDecoder status() {
    return new StatusDecoder("worker-1", letters);
  }

  AudienceDecoder audience() {
    return new AudienceDecoder("worker-1", letters, privacy);
  }

  PromotionsDecoder promotions() {
    return new PromotionsDecoder(letters);
  }

  static Payload payload(Endpoint endpoint, byte[] bytes) {
    return new Payload(endpoint, endpoint == Endpoint.FEED ? null : ROOM, bytes, ARRIVAL);
  }

  static Payload payload(Endpoint endpoint, String text) {
    return payload(endpoint, text.getBytes(UTF_8));
  }

  static byte[] fixture(String name) {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/platform", name));
    } catch (IOException missing) {
      throw new IllegalStateException("no fixture " + name, missing);
    }
  }

  static <T> T good(Reading<T> reading) {
    if (reading instanceof Reading.Good<T> good) {
      return good.value();
    }
    throw new AssertionError("not readable: " + reading);
  }

  static <T> DeadLetter bad(Reading<T> reading) {
    if (reading instanceof Reading.Bad<T> bad) {
      return bad.letter();
    }
    throw new AssertionError("readable: " + reading);
  }
}
