package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.liveroom.observed.ChatEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat, of an answer or of a socket's frame: an envelope in either edition, a bare array, or
 * one bare message, told apart by shape.
 */
public final class ChatDecoder {

  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(5);

  private final DeadLetters letters;
  private final ChatEvents events;
  private final boolean isPlain;

  public ChatDecoder(String collectorId, DeadLetters letters, PrivacyFilter privacy) {
    this.letters = letters;
    this.events = new ChatEvents(collectorId, privacy);
    this.isPlain = privacy.isPlain();
  }

  public Reading<ChatBatch> decode(Payload payload, String roomId) {
    Decoding decoding = new Decoding(payload, letters);
    return decoding.run(new Steps(payload, roomId, decoding));
  }

  private final class Steps implements Decoding.Steps<ChatBatch>, Envelope.Content {
    private final Payload payload;
    private final String roomId;
    private final Decoding decoding;
    private final List<ChatFields> messages = new ArrayList<>();
    private @Nullable Long fetchInterval;
    private boolean isEnvelope;

    Steps(Payload payload, String roomId, Decoding decoding) {
      this.payload = payload;
      this.roomId = roomId;
      this.decoding = decoding;
    }

    @Override
    public Envelope read(byte[] bytes) throws IOException {
      Envelope envelope = new Envelope();
      try (JsonParser parser = Wire.open(bytes)) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          list(parser);
        } else {
          objectOf(parser, envelope);
        }
        envelope.finish(parser);
      }
      return envelope;
    }

    /** An envelope and a bare message are told apart by what is in them, known at the end only. */
    private void objectOf(JsonParser parser, Envelope envelope) throws IOException {
      ChatFields bare = new ChatFields(isPlain);
      Wire.eachField(
          parser,
          (name, value) -> {
            if (name.equals("code") || name.equals("data") || name.equals("messages")) {
              isEnvelope = true;
            }
            if (!data(name, value, envelope) && !name.equals("code")) {
              bare.field(name, value);
            }
          });
      if (!isEnvelope && !bare.isMessage()) {
        throw new WrongShape("neither an envelope nor a message");
      }
      if (!isEnvelope) {
        messages.add(bare);
      }
    }

    /** Takes a field of the envelope, whichever layer it is at. */
    private boolean data(String name, JsonParser parser, Envelope envelope) throws IOException {
      switch (name) {
        case "data", "messages" -> {
          if (parser.isExpectedStartArrayToken()) {
            list(parser);
          } else {
            Wire.eachField(parser, (field, value) -> data(field, value, envelope));
          }
        }
        case "fetch_interval" -> fetchInterval = Wire.number(parser);
        default -> {
          return envelope.own(name, parser);
        }
      }
      return true;
    }

    private void list(JsonParser parser) throws IOException {
      decoding.eachElement(
          parser,
          element -> {
            ChatFields fields = ChatFields.read(element, isPlain);
            if (!fields.isMessage()) {
              throw new WrongShape("a message has neither type nor id");
            }
            messages.add(fields);
          });
    }

    @Override
    public ChatBatch make(Envelope envelope) {
      List<ChatEvent> all = new ArrayList<>(messages.size());
      for (ChatFields fields : messages) {
        all.add(events.of(fields, roomId, envelope.now(), payload.receivedAt()));
      }
      return new ChatBatch(all, Wait.millis(fetchInterval, LONGEST_INTERVAL));
    }

    @Override
    public void inner(JsonParser parser) {}

    @Override
    public void beside(String name, JsonParser parser) {}
  }
}
