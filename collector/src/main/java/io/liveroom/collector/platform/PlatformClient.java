package io.liveroom.collector.platform;

import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.pace.RequestBudget;
import io.liveroom.collector.pace.TokenGate;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the platform, within the budget and with the token. One request, one answer; it never tries
 * again.
 */
public final class PlatformClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int MOST_SOCKETS = 100_000;
  private static final int FRAME_SLACK = 4; // larger frames end the connection instead

  private final HttpClient http;
  private final WebSocketClient sockets;
  private final PlatformAddress address;
  private final RequestBudget budget;
  private final TokenGate gate;
  private final InstantSource clock;
  private final int maxBody;
  private volatile Instant goodAt = Instant.EPOCH;

  public PlatformClient(
      Vertx vertx,
      CollectorSettings settings,
      RequestBudget budget,
      TokenGate gate,
      InstantSource clock) {
    this.address = new PlatformAddress(settings.platform());
    this.budget = budget;
    this.gate = gate;
    this.clock = clock;
    this.maxBody = settings.limits().maxBody();
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setDecompressionSupported(true),
            new PoolOptions().setHttp1MaxSize(settings.budget().concurrency()));
    int largest = Math.multiplyExact(settings.limits().maxFrame(), FRAME_SLACK);
    this.sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(MOST_SOCKETS)
                .setMaxFrameSize(largest)
                .setMaxMessageSize(largest));
  }

  /**
   * One request.
   *
   * @param roomId the room it is about; null where it is about several
   */
  public Future<Answer> get(
      Lane lane, Endpoint endpoint, @Nullable String roomId, Map<String, String> parameters) {
    if (gate.isBarred(address.token())) {
      return Future.succeededFuture(new Answer.Refused());
    }
    Promise<Answer> answer = Promise.promise();
    budget.ask(
        endpoint.priority(),
        new RequestBudget.Applicant() {
          @Override
          public void granted() {
            lane.run(() -> send(endpoint, roomId, parameters).onComplete(answer));
          }

          @Override
          public void leftOut() {
            answer.complete(new Answer.Failed(FailureCategory.NO_BUDGET));
          }
        });
    return answer.future();
  }

  /**
   * Whether a request may go out with the token as it is now; of a refused one, it is the probe.
   */
  public boolean admits() {
    return gate.admits(address.token());
  }

  /** A chat socket that is not connected yet: handlers first, then {@link #connect}. */
  public ClientWebSocket socket() {
    return sockets.webSocket();
  }

  public Future<WebSocket> connect(ClientWebSocket socket, String roomId) {
    Instant asked = clock.instant();
    return socket
        .connect(address.socket(Endpoint.CHAT, Map.of("room_id", roomId), TIMEOUT))
        .onFailure(
            failure -> {
              if (failure instanceof UpgradeRejectedException no && no.getStatus() == 401) {
                refused(asked);
              }
            });
  }

  /**
   * The service said in its own words that it does not accept the token.
   *
   * @param asked when it was asked
   */
  public void refused(Instant asked) {
    gate.refused(asked);
  }

  /** The service answered as it should. */
  public void accepted() {
    goodAt = clock.instant();
    gate.accepted();
  }

  /** When the service last gave something usable; the epoch if never. Safe for all threads. */
  public Instant goodAt() {
    return goodAt;
  }

  public Future<Void> close() {
    return Future.join(http.shutdown(1, TimeUnit.SECONDS), sockets.shutdown(1, TimeUnit.SECONDS))
        .mapEmpty();
  }

  private Future<Answer> send(
      Endpoint endpoint, @Nullable String roomId, Map<String, String> parameters) {
    if (!admits()) {
      budget.ended(Duration.ZERO, RequestBudget.Ending.UNTOLD);
      return Future.succeededFuture(new Answer.Refused());
    }
    Instant asked = clock.instant();
    RequestOptions options = address.request(endpoint, parameters, TIMEOUT);
    return Future.succeededFuture(options)
        .compose(http::request) // here, as it throws once it is closed: it fails like any other
        .compose(request -> request.send())
        .compose(response -> read(response, endpoint, roomId, asked))
        .timeout(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS)
        .otherwise(failure -> new Answer.Failed(category(failure)))
        .onSuccess(
            answer -> budget.ended(Duration.between(asked, clock.instant()), ending(answer)));
  }

  /** What an answer says of how the platform is doing. */
  private static RequestBudget.Ending ending(Answer answer) {
    if (answer instanceof Answer.Failed failed) {
      return switch (failed.category()) {
        case TIMEOUT, SERVER_ERROR -> RequestBudget.Ending.OVERLOADED;
        case CLIENT_ERROR, PLATFORM_ERROR -> RequestBudget.Ending.ANSWERED;
        case UNREACHABLE, NO_BUDGET -> RequestBudget.Ending.UNTOLD;
      };
    }
    return answer instanceof Answer.Throttled
        ? RequestBudget.Ending.OVERLOADED
        : RequestBudget.Ending.ANSWERED;
  }

  private Future<Answer> read(
      HttpClientResponse response, Endpoint endpoint, @Nullable String roomId, Instant asked) {
    int status = response.statusCode();
    if (status == 200) {
      return new BoundedBody(response, maxBody)
          .read()
          .map(
              body -> {
                Payload payload = new Payload(endpoint, roomId, body.bytes(), clock.instant());
                return body.isWhole()
                    ? new Answer.Body(payload, asked)
                    : new Answer.TooLarge(payload, body.size());
              });
    }
    response.resume();
    if (status == 401 || status == 403) {
      refused(asked);
      return Future.succeededFuture(new Answer.Refused());
    }
    return Future.succeededFuture(error(response, status));
  }

  private Answer error(HttpClientResponse response, int status) {
    if (status == 429) {
      String after = response.getHeader("Retry-After");
      return new Answer.Throttled(RetryAfter.parse(after, clock.instant()));
    }
    return new Answer.Failed(
        status >= 500 ? FailureCategory.SERVER_ERROR : FailureCategory.CLIENT_ERROR);
  }

  private static FailureCategory category(Throwable failure) {
    return failure instanceof TimeoutException
        ? FailureCategory.TIMEOUT
        : FailureCategory.UNREACHABLE;
  }
}
