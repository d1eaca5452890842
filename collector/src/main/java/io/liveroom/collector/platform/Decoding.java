package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.deadletter.DeadLetter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What every decoder does around its own shape: outcome, denial, dead letters. */
final class Decoding {

  private final Payload payload;
  private final DeadLetters letters;
  private final List<Part> spoilt = new ArrayList<>();

  Decoding(Payload payload, DeadLetters letters) {
    this.payload = payload;
    this.letters = letters;
  }

  /** A part that could not be read, and why. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way through, never compared
  private record Part(byte[] bytes, WrongShape failure) {}

  /** Reads the bytes, and makes the value. */
  interface Steps<T> {
    Envelope read(byte[] bytes) throws IOException;

    T make(Envelope envelope) throws IOException;
  }

  <T> Reading<T> run(Steps<T> steps) {
    try {
      Envelope envelope = steps.read(payload.bytes());
      return envelope.isGood()
          ? new Reading.Good<>(steps.make(envelope), letters(envelope))
          : new Reading.Denied<>(envelope.complaint());
    } catch (WrongShape maybeAnError) {
      return denialOr(maybeAnError);
    } catch (IOException unreadable) {
      return new Reading.Bad<>(letters.of(payload, unreadable));
    } catch (RuntimeException mistake) { // ours: the payload must not be lost over it
      return new Reading.Bad<>(letters.ofMistake(payload, mistake));
    }
  }

  /** Every element of the array the parser stands on; one that is spoilt is put aside alone. */
  void eachElement(JsonParser parser, Wire.ElementHandler handler) throws IOException {
    Wire.eachElement(parser, element -> element(element, handler));
  }

  private void element(JsonParser parser, Wire.ElementHandler handler) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    int depth = parser.getParsingContext().getNestingDepth();
    int outside = parser.currentToken().isStructStart() ? depth - 1 : depth;
    try {
      handler.element(parser);
    } catch (WrongShape wrong) {
      leave(parser, outside);
      int end = (int) parser.currentLocation().getByteOffset();
      byte[] part = Arrays.copyOfRange(payload.bytes(), start, end);
      spoilt.add(new Part(part, wrong));
    }
  }

  private List<DeadLetter> letters(Envelope envelope) {
    if (spoilt.isEmpty()) {
      return List.of();
    }
    return spoilt.stream()
        .map(part -> letters.ofPart(payload, part.bytes(), envelope.now(), part.failure()))
        .toList();
  }

  /** Reads on to the end of an element that could not be read. */
  private static void leave(JsonParser parser, int outside) throws IOException {
    while (parser.getParsingContext().getNestingDepth() > outside) {
      if (parser.nextToken() == null) {
        throw new WrongShape("it ends within a list");
      }
    }
  }

  /** Whether a part was put aside. */
  boolean hasSpoilt() {
    return !spoilt.isEmpty();
  }

  /** In an envelope that says it is an error, data may have any shape. */
  private <T> Reading<T> denialOr(WrongShape failure) {
    try {
      Envelope envelope = Envelope.verdict(payload.bytes());
      if (!envelope.isGood()) {
        return new Reading.Denied<>(envelope.complaint());
      }
    } catch (IOException alsoUnreadable) {
      // the first failure says more
    }
    return new Reading.Bad<>(letters.of(payload, failure));
  }
}
