package io.liveroom.collector;

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
import io.liveroom.collector.platform.ServerClock;
import io.liveroom.common.RoomState;
import io.liveroom.observed.RoomSnapshot;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform's feed, which needs no room id, with a collector's own client and decoder: for
 * rooms that are live now, or only to see whether the platform and the token are good.
 */
public final class Feed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final Vertx vertx = Vertx.vertx();
  private final Lane lane = EventLoopLane.of(vertx, 1).get(0);
  private final Clock clock;
  private final PlatformClient client;
  private final FeedDecoder decoder;

  public Feed(CollectorSettings settings, Clock clock) {
    this.clock = clock;
    RequestBudget budget = new RequestBudget(settings.budget().requestsPerSecond(), 1, lane, clock);
    client = new PlatformClient(vertx, settings, budget, new TokenGate(clock), clock);
    PrivacyFilter privacy = new PrivacyFilter(settings.privacy());
    decoder =
        new FeedDecoder(
            settings.id(), new DeadLetters(settings.id(), privacy, settings.platform().token()));
  }

  /** What one request brought. */
  public sealed interface Outcome {

    /**
     * A feed that could be read.
     *
     * @param rooms ids of live rooms, as the feed has them at random
     * @param took from the question to the answer
     * @param serverAhead how far the platform's clock is ahead of ours, negative where behind; half
     *     the latency is taken off; empty where the answer shows no clock
     */
    record Found(List<String> rooms, Duration took, Optional<Duration> serverAhead)
        implements Outcome {}

    /** The token is not accepted. */
    record Refused() implements Outcome {}

    /** An envelope with the service's own error. */
    record Denied(int code) implements Outcome {}

    /** An answer that is no feed. */
    record Unreadable(String reason) implements Outcome {}

    /** It wants to be asked less. */
    record Throttled(Duration retryAfter) implements Outcome {}

    /** No answer of use. */
    record Silent(String reason) implements Outcome {}
  }

  /** One request. */
  public Outcome ask(Duration limit) throws InterruptedException {
    Instant asked = clock.instant();
    try {
      Answer answer =
          client
              .get(lane, Endpoint.FEED, null, Map.of())
              .toCompletionStage()
              .toCompletableFuture()
              .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return outcome(answer, asked);
    } catch (ExecutionException | TimeoutException e) {
      return new Outcome.Silent("no answer within " + limit.toSeconds() + " s");
    }
  }

  private Outcome outcome(Answer answer, Instant asked) {
    if (answer instanceof Answer.Body body) {
      Duration took = Duration.between(asked, body.payload().receivedAt());
      Optional<Duration> ahead =
          ServerClock.of(body.payload())
              .map(shown -> Duration.between(asked.plus(took.dividedBy(2)), shown));
      return outcome(decoder.decode(body.payload()), took, ahead);
    }
    if (answer instanceof Answer.Throttled throttled) {
      return new Outcome.Throttled(throttled.retryAfter());
    }
    if (answer instanceof Answer.Refused) {
      return new Outcome.Refused();
    }
    if (answer instanceof Answer.TooLarge) {
      return new Outcome.Unreadable("larger than liveroom.limits.body");
    }
    Answer.Failed failed = (Answer.Failed) answer;
    return new Outcome.Silent(failed.category().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static Outcome outcome(
      Reading<List<RoomSnapshot>> reading, Duration took, Optional<Duration> ahead) {
    if (reading instanceof Reading.Good<List<RoomSnapshot>> good) {
      return new Outcome.Found(live(good.value()), took, ahead);
    }
    if (reading instanceof Reading.Denied<List<RoomSnapshot>> denied) {
      boolean isRefused = denied.code() == 401 || denied.code() == 403;
      return isRefused ? new Outcome.Refused() : new Outcome.Denied(denied.code());
    }
    Reading.Bad<List<RoomSnapshot>> bad = (Reading.Bad<List<RoomSnapshot>>) reading;
    return new Outcome.Unreadable(bad.letter().getDetail());
  }

  private static List<String> live(List<RoomSnapshot> rooms) {
    return rooms.stream()
        .filter(room -> room.getState() == RoomState.LIVE)
        .map(RoomSnapshot::getRoomId)
        .toList();
  }

  @Override
  public void close() {
    try {
      client
          .close()
          .eventually(vertx::close)
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("the client did not close in time", e);
    }
  }
}
