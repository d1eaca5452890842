package io.liveroom.collector.poll;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.StatusDecoder;
import io.liveroom.observed.RoomStatus;
import io.liveroom.schemas.Topic;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Asks {@code status} of a batch of rooms. */
public final class StatusPoller {

  private final Question<List<RoomStatus>> question;
  private final Question.Asking asking;
  private final Topic<RoomStatus> topic;
  private final Consumer<RoomStatus> seen;
  private final Consumer<String> unmentioned;

  StatusPoller(
      Question.Asking asking,
      StatusDecoder decoder,
      Topic<RoomStatus> topic,
      Consumer<RoomStatus> seen,
      Consumer<String> unmentioned) {
    this.question = new Question<>(Endpoint.STATUS, asking, decoder::decode);
    this.asking = asking;
    this.topic = topic;
    this.seen = seen;
    this.unmentioned = unmentioned;
  }

  /** One request for all rooms of the batch; what it says of other rooms is left out. */
  public Future<PollOutcome> poll(List<String> rooms) {
    Set<String> asked = Set.copyOf(rooms);
    Map<String, String> parameters = Map.of("room_id", String.join(",", rooms));
    return question.ask(null, parameters, said -> take(said, asked));
  }

  private Duration take(List<RoomStatus> said, Set<String> asked) {
    Set<String> missing = new HashSet<>(asked);
    for (RoomStatus status : said) {
      if (asked.contains(status.getRoomId())) {
        asking.publisher().observed(topic, status, Endpoint.STATUS);
        seen.accept(status);
        missing.remove(status.getRoomId());
      }
    }
    missing.forEach(unmentioned);
    return Duration.ZERO;
  }
}
