package io.liveroom.cli.roles;

import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.pace.EventLoopLane;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.pace.RequestBudget;
import io.liveroom.collector.pace.TokenGate;
import io.liveroom.collector.platform.Answer;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.FeedDecoder;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.platform.PrivacyFilter;
import io.liveroom.collector.platform.Reading;
import io.liveroom.common.RoomState;
import io.liveroom.observed.RoomSnapshot;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the platform's feed for rooms that are live now, with the collector's own client. */
public final class FeedDiscovery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedDiscovery.class);
  private static final long ANSWER_SECONDS = 30;
  private static final long CLOSE_SECONDS = 2;

  private final Vertx vertx = Vertx.vertx();
  private final Lane lane = new EventLoopLane(vertx);
  private final PlatformClient client;
  private final FeedDecoder decoder;

  public FeedDiscovery(CollectorSettings settings, Clock clock) {
    RequestBudget budget = new RequestBudget(settings.budget().requestsPerSecond(), 1, lane, clock);
    client = new PlatformClient(vertx, settings, budget, new TokenGate(clock), clock);
    decoder =
        new FeedDecoder(
            settings.id(),
            new DeadLetters(
                settings.id(), new PrivacyFilter(settings.privacy()), settings.platform().token()));
  }

  /** What one request brought. */
  public sealed interface Outcome {
    /** Ids of live rooms, as the feed has them at random. */
    record Found(List<String> rooms) implements Outcome {}

    /** Nothing, and why, in words. */
    record Nothing(String reason) implements Outcome {}
  }

  /** One request. */
  public Outcome ask() throws InterruptedException {
    try {
      Answer answer =
          client
              .get(lane, Endpoint.FEED, null, Map.of())
              .toCompletionStage()
              .toCompletableFuture()
              .get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return outcome(answer);
    } catch (ExecutionException | TimeoutException e) {
      return new Outcome.Nothing("the platform did not answer");
    }
  }

  private Outcome outcome(Answer answer) {
    if (answer instanceof Answer.Body body) {
      return outcome(decoder.decode(body.payload()));
    }
    if (answer instanceof Answer.Throttled throttled) {
      return new Outcome.Nothing("the platform wants to be asked less: " + throttled.retryAfter());
    }
    if (answer instanceof Answer.Refused) {
      return new Outcome.Nothing("the platform refuses the token");
    }
    if (answer instanceof Answer.TooLarge) {
      return new Outcome.Nothing("the feed is larger than liveroom.limits.body");
    }
    return new Outcome.Nothing("the platform did not answer as it should: " + answer);
  }

  private static Outcome outcome(Reading<List<RoomSnapshot>> reading) {
    if (reading instanceof Reading.Good<List<RoomSnapshot>> good) {
      return new Outcome.Found(
          good.value().stream()
              .filter(room -> room.getState() == RoomState.LIVE)
              .map(RoomSnapshot::getRoomId)
              .toList());
    }
    if (reading instanceof Reading.Denied<List<RoomSnapshot>> denied) {
      return new Outcome.Nothing("the platform denied it with code " + denied.code());
    }
    return new Outcome.Nothing("the feed could not be read");
  }

  @Override
  public void close() {
    try {
      client
          .close()
          .eventually(vertx::close)
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("the client did not close in time", e);
    }
  }
}
