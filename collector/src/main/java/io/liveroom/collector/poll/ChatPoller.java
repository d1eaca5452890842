package io.liveroom.collector.poll;

import io.liveroom.collector.platform.ChatBatch;
import io.liveroom.collector.platform.ChatDecoder;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.observed.ChatEvent;
import io.liveroom.schemas.Topic;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Asks {@code chat} of one room, where there is no socket. */
final class ChatPoller implements Poller {

  private final String roomId;
  private final Question<ChatBatch> question;
  private final Question.Asking asking;
  private final Topic<ChatEvent> topic;
  private final Consumer<ChatEvent> seen;

  ChatPoller(
      String roomId,
      Question.Asking asking,
      ChatDecoder decoder,
      Topic<ChatEvent> topic,
      Consumer<ChatEvent> seen) {
    this.roomId = roomId;
    this.question =
        new Question<>(Endpoint.CHAT, asking, payload -> decoder.decode(payload, roomId));
    this.asking = asking;
    this.topic = topic;
    this.seen = seen;
  }

  @Override
  public Future<PollOutcome> poll() {
    return question.ask(roomId, Map.of("room_id", roomId), this::take);
  }

  private Duration take(ChatBatch batch) {
    asking.publisher().observed(topic, batch.events(), Endpoint.CHAT);
    batch.events().forEach(seen);
    return batch.fetchInterval();
  }
}
