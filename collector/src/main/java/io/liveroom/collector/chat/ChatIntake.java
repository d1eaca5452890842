package io.liveroom.collector.chat;

import io.liveroom.collector.platform.ChatBatch;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.Payload;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.platform.Reading;
import io.liveroom.collector.publish.Publisher;
import io.liveroom.observed.ChatEvent;
import io.liveroom.schemas.Topic;
import java.util.function.Consumer;

/** What sockets gave, on its way to Kafka. Shared by all rooms of a worker. */
public final class ChatIntake {

  private final ChatDecoder decoder;
  private final DeadLetters letters;
  private final Publisher publisher;
  private final PlatformClient client;
  private final Topic<ChatEvent> topic;

  public ChatIntake(
      ChatDecoder decoder,
      DeadLetters letters,
      Publisher publisher,
      PlatformClient client,
      Topic<ChatEvent> topic) {
    this.decoder = decoder;
    this.letters = letters;
    this.publisher = publisher;
    this.client = client;
    this.topic = topic;
  }

  /** One message of a socket, decoded and published. */
  void take(Payload payload, String roomId, Consumer<ChatEvent> seen) {
    Reading<ChatBatch> reading = decoder.decode(payload, roomId);
    if (reading instanceof Reading.Good<ChatBatch> good) {
      client.accepted();
      good.spoilt().forEach(letter -> publisher.deadLetter(letter, Endpoint.CHAT));
      publisher.observed(topic, good.value().events(), Endpoint.CHAT);
      good.value().events().forEach(seen);
    } else if (reading instanceof Reading.Bad<ChatBatch> bad) {
      publisher.deadLetter(bad.letter(), Endpoint.CHAT);
    } else if (reading instanceof Reading.Denied<ChatBatch> denied && denied.code() == 401) {
      client.refused(payload.receivedAt());
    }
  }

  /** A message larger than is read. */
  void tooLarge(Payload first, long size) {
    publisher.deadLetter(letters.tooLarge(first, size), Endpoint.CHAT);
  }

  Publisher publisher() {
    return publisher;
  }

  PlatformClient client() {
    return client;
  }
}
