package io.liveroom.collector.poll;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.FeedDecoder;
import io.liveroom.observed.RoomSnapshot;
import io.liveroom.schemas.Topic;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Asks {@code feed}: random live rooms, of which the watched ones are kept. A worker that watches
 * none does not ask.
 */
final class FeedPoller implements Poller {

  private final Question<List<RoomSnapshot>> question;
  private final Question.Asking asking;
  private final Topic<RoomSnapshot> topic;
  private final Predicate<String> isWatched;
  private final BooleanSupplier isIdle;
  private final Consumer<RoomSnapshot> seen;

  FeedPoller(
      Question.Asking asking,
      FeedDecoder decoder,
      Topic<RoomSnapshot> topic,
      Predicate<String> isWatched,
      BooleanSupplier isIdle,
      Consumer<RoomSnapshot> seen) {
    this.question = new Question<>(Endpoint.FEED, asking, decoder::decode);
    this.asking = asking;
    this.topic = topic;
    this.isWatched = isWatched;
    this.isIdle = isIdle;
    this.seen = seen;
  }

  @Override
  public Future<PollOutcome> poll() {
    return isIdle.getAsBoolean()
        ? Future.succeededFuture(new PollOutcome.Observed(Duration.ZERO))
        : question.ask(null, Map.of(), this::take);
  }

  private Duration take(List<RoomSnapshot> rooms) {
    for (RoomSnapshot snapshot : rooms) {
      if (isWatched.test(snapshot.getRoomId())) {
        asking.publisher().observed(topic, snapshot, Endpoint.FEED);
        seen.accept(snapshot);
      }
    }
    return Duration.ZERO;
  }
}
