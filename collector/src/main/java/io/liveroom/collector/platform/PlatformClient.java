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
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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
    if (!gate.admits(address.token())) {
      return Future.succeededFuture(new Answer.Refused());
    }
    Optional<Duration> wait = budget.reserve();
    if (wait.isEmpty()) {
      return Future.succeededFuture(new Answer.Failed(FailureCategory.NO_BUDGET));
    }
    Promise<Answer> answer = Promise.promise();
    Runnable send = () -> send(endpoint, roomId, parameters).onComplete(answer);
    if (wait.get().isZero()) {
      send.run();
    } else {
      lane.after(wait.get(), send);
    }
    return answer.future();
  }

  /** How long to wait before a socket may be opened; empty where there is no place for it now. */
  public Optional<Duration> reserveSocket() {
    return gate.admits(address.token()) ? budget.reserve() : Optional.empty();
  }

  /** A chat socket that is not connected yet: handlers first, then {@link #connect}. */
  public ClientWebSocket socket() {
    return sockets.webSocket();
  }

  public Future<WebSocket> connect(ClientWebSocket socket, String roomId) {
    return socket.connect(address.socket(Endpoint.CHAT, Map.of("room_id", roomId), TIMEOUT));
  }

  /** The service said in its own words that it does not accept the token. */
  public void refused() {
    gate.refused(address.token());
  }

  /** The service answered as it should. */
  public void accepted() {
    gate.accepted();
  }

  public Future<Void> close() {
    return Future.join(http.shutdown(1, TimeUnit.SECONDS), sockets.shutdown(1, TimeUnit.SECONDS))
        .mapEmpty();
  }

  private Future<Answer> send(
      Endpoint endpoint, @Nullable String roomId, Map<String, String> parameters) {
    RequestOptions options = address.request(endpoint, parameters, TIMEOUT);
    return http.request(options)
        .compose(request -> request.send())
        .compose(response -> read(response, endpoint, roomId))
        .timeout(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS)
        .otherwise(failure -> new Answer.Failed(category(failure)));
  }

  private Future<Answer> read(
      HttpClientResponse response, Endpoint endpoint, @Nullable String roomId) {
    int status = response.statusCode();
    if (status == 200) {
      return new BoundedBody(response, maxBody)
          .read()
          .map(
              body -> {
                Payload payload = new Payload(endpoint, roomId, body.bytes(), clock.instant());
                return body.isWhole()
                    ? new Answer.Body(payload)
                    : new Answer.TooLarge(payload, body.size());
              });
    }
    response.resume();
    if (status == 401 || status == 403) {
      gate.refused(address.token());
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
