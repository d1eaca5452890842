package io.liveroom.collector.poll;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.InfoDecoder;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.schemas.Topic;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Asks {@code info} of one room. */
final class InfoPoller implements Poller {

  private final String roomId;
  private final Question<RoomSnapshot> question;
  private final Question.Asking asking;
  private final Topic<RoomSnapshot> topic;
  private final Consumer<RoomSnapshot> seen;

  InfoPoller(
      String roomId,
      Question.Asking asking,
      InfoDecoder decoder,
      Topic<RoomSnapshot> topic,
      Consumer<RoomSnapshot> seen) {
    this.roomId = roomId;
    this.question = new Question<>(Endpoint.INFO, asking, decoder::decode);
    this.asking = asking;
    this.topic = topic;
    this.seen = seen;
  }

  @Override
  public Future<PollOutcome> poll() {
    return question.ask(roomId, Map.of("room_id", roomId), this::take);
  }

  private Duration take(RoomSnapshot snapshot) {
    asking.publisher().observed(topic, snapshot, Endpoint.INFO);
    seen.accept(snapshot);
    return Duration.ZERO;
  }
}
