package io.liveroom.collector.platform;

import io.liveroom.deadletter.DeadLetter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What every decoder does around its own shape: outcome, denial, dead letters. */
final class Decoding {

  private static final Envelope.Content NOTHING =
      new Envelope.Content() {
        @Override
        public void inner(com.fasterxml.jackson.core.JsonParser parser) {}

        @Override
        public void beside(String name, com.fasterxml.jackson.core.JsonParser parser) {}
      };

  private final Payload payload;
  private final DeadLetters letters;
  private final List<DeadLetter> spoilt = new ArrayList<>();

  Decoding(Payload payload, DeadLetters letters) {
    this.payload = payload;
    this.letters = letters;
  }

  /** Reads the bytes, and makes the value. */
  interface Steps<T> {
    Envelope read(byte[] bytes) throws IOException;

    T make(Envelope envelope) throws IOException;
  }

  <T> Reading<T> run(Steps<T> steps) {
    try {
      Envelope envelope = steps.read(payload.bytes());
      return envelope.isGood()
          ? new Reading.Good<>(steps.make(envelope), List.copyOf(spoilt))
          : new Reading.Denied<>(envelope.complaint());
    } catch (WrongShape maybeAnError) {
      return denialOr(maybeAnError);
    } catch (IOException unreadable) {
      return new Reading.Bad<>(letters.of(payload, unreadable));
    }
  }

  /** Puts a part aside that could not be read. */
  void spoilt(byte[] part, IOException failure) {
    spoilt.add(letters.ofPart(payload, part, failure));
  }

  /** In an envelope that says it is an error, data may have any shape. */
  private <T> Reading<T> denialOr(WrongShape failure) {
    try {
      Envelope envelope = Envelope.read(payload.bytes(), NOTHING);
      if (!envelope.isGood()) {
        return new Reading.Denied<>(envelope.complaint());
      }
    } catch (IOException alsoUnreadable) {
      // the first failure says more
    }
    return new Reading.Bad<>(letters.of(payload, failure));
  }
}
