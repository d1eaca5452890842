package io.liveroom.collector.poll;

import io.liveroom.collector.platform.AudienceDecoder;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.observed.AudienceRanking;
import io.liveroom.schemas.Topic;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;

/** Asks {@code audience} of one room. */
final class AudiencePoller implements Poller {

  private final String roomId;
  private final Question<AudienceRanking> question;
  private final Question.Asking asking;
  private final Topic<AudienceRanking> topic;

  AudiencePoller(
      String roomId,
      Question.Asking asking,
      AudienceDecoder decoder,
      Topic<AudienceRanking> topic) {
    this.roomId = roomId;
    this.question =
        new Question<>(Endpoint.AUDIENCE, asking, payload -> decoder.decode(payload, roomId));
    this.asking = asking;
    this.topic = topic;
  }

  @Override
  public Future<PollOutcome> poll() {
    return question.ask(roomId, Map.of("room_id", roomId), this::take);
  }

  private Duration take(AudienceRanking ranking) {
    asking.publisher().observed(topic, ranking, Endpoint.AUDIENCE);
    return Duration.ZERO;
  }
}
