package io.liveroom.processor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.liveroom.processor.view.Change;
import io.liveroom.processor.view.View;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the query API and the live page. */
public final class ApiServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 2_000;
  private static final int QUESTIONS = 256; // being answered at a time
  private static final int WORKERS = 4;
  private static final String POLICY =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private final ApiSettings settings;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Vertx vertx;
  private final HttpServer server;
  private final Peers peers;
  private final EventHub hub = new EventHub();
  private final Consumer<Change> listener = hub::tell;
  private final StaticFiles files = new StaticFiles();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile @Nullable Service service;

  /** What needs the view, which comes after the address is known. */
  private record Service(View view, Routes routes, EventStreams streams) {}

  public ApiServer(ApiSettings settings, InstantSource clock, MeterRegistry meters) {
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(WORKERS));
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(settings.host())
                    .setPort(settings.port())
                    .setIdleTimeout((int) IDLE.toSeconds())
                    .setCompressionSupported(true))
            .connectionHandler(
                connection -> {
                  connection.closeHandler(closed -> connections.decrementAndGet());
                  if (connections.incrementAndGet() > CONNECTIONS) {
                    connection.close();
                  }
                })
            .requestHandler(this::handle);
    peers = new Peers(vertx, settings.token());
    List.of(200, 400, 500).forEach(this::requests); // from 0
    Gauge.builder("liveroom.api.connections", connections::get).register(meters);
    Gauge.builder("liveroom.api.streams", hub::size).register(meters);
  }

  /** Listens from now on, though it can answer nothing yet; throws where the port is taken. */
  public void listen() throws IOException, InterruptedException {
    try {
      await(server.listen());
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(String.valueOf(cause.getMessage()), cause);
    }
  }

  /** host:port where other instances reach this one. */
  public String address() {
    return settings.advertised().orElseGet(() -> settings.host() + ":" + server.actualPort());
  }

  /** Where people reach it, without a path. */
  public String url() {
    return "http://" + settings.host() + ":" + server.actualPort();
  }

  /** Answers from now on. */
  public void serve(View view) {
    Fleet fleet = new Fleet(vertx, view, address(), peers);
    Routes routes = new Routes(view, fleet, new RoomQueries(clock), new OpenApi());
    EventStreams streams = new EventStreams(vertx, view, address(), peers, hub, clock);
    view.listen(listener);
    service = new Service(view, routes, streams);
  }

  @Override
  public void close() {
    Service served = service;
    if (served != null) {
      served.view().ignore(listener);
    }
    try {
      await(vertx.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("the query API did not close in time", e);
    }
  }

  private void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    response
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer");
    try {
      allowOrigin(request);
      if (request.method().equals(HttpMethod.OPTIONS)) {
        response.setStatusCode(204).putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS").end();
      } else if (!request.method().equals(HttpMethod.GET)
          && !request.method().equals(HttpMethod.HEAD)) {
        throw Problem.wrongMethod();
      } else if (request.path() != null && request.path().startsWith("/api/")) {
        api(request);
      } else {
        files
            .find(String.valueOf(request.path()))
            .orElseThrow(() -> Problem.notFound("there is no such file"))
            .send(request);
      }
    } catch (RuntimeException failure) {
      send(request, problem(failure));
    }
  }

  private void api(HttpServerRequest request) {
    requireToken(request);
    Service serving = service;
    if (serving == null) {
      throw Problem.unavailable("the processor is starting");
    }
    Question question = new Question(request);
    if (request.path().equals("/api/stream")) {
      serving.streams().open(question);
      return;
    }
    if (questions.incrementAndGet() > QUESTIONS) {
      questions.decrementAndGet();
      throw Problem.unavailable("too many questions at a time");
    }
    long begun = System.nanoTime();
    answer(serving.routes(), question)
        .onComplete(
            done -> {
              questions.decrementAndGet();
              if (done.succeeded()) {
                requests(done.result().status()).record(System.nanoTime() - begun, NANOSECONDS);
                done.result().send(request);
              } else {
                Problem problem = problem(done.cause());
                requests(problem.status()).record(System.nanoTime() - begun, NANOSECONDS);
                send(request, problem);
              }
            });
  }

  /** By class of status (2xx, 4xx, 5xx): who asks for what is not there is no fault of ours. */
  private Timer requests(int status) {
    return meters.timer("liveroom.api.requests", "status", status / 100 + "xx");
  }

  /** Within a limit of time; what is thrown is a failure too. */
  private static Future<Answer> answer(Routes routes, Question question) {
    try {
      return routes.answer(question).timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }

  private void requireToken(HttpServerRequest request) {
    if (settings.token().isEmpty()) {
      return;
    }
    String token = settings.token().get().get();
    String brought = request.getHeader(HttpHeaders.AUTHORIZATION);
    byte[] wanted = ("Bearer " + token).getBytes(UTF_8);
    if (brought == null
        || token.isBlank()
        || !MessageDigest.isEqual(wanted, brought.getBytes(UTF_8))) {
      request.response().putHeader("WWW-Authenticate", "Bearer");
      throw Problem.unauthorised();
    }
  }

  private void allowOrigin(HttpServerRequest request) {
    Optional<String> origin = Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN));
    origin
        .filter(
            named -> settings.corsOrigins().contains(named) || settings.corsOrigins().contains("*"))
        .ifPresent(
            named ->
                request
                    .response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, named)
                    .putHeader(HttpHeaders.VARY, "Origin")
                    .putHeader(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                        "Authorization, Last-Event-ID, If-None-Match")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"));
  }

  private static Problem problem(Throwable failure) {
    return failure instanceof Problem told ? told : unexpected(failure);
  }

  private static void send(HttpServerRequest request, Problem problem) {
    problem
        .retryAfter()
        .ifPresent(
            wait ->
                request
                    .response()
                    .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
    Answer.problem(problem).send(request);
  }

  private static Problem unexpected(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return Problem.unavailable("there was no answer within " + LIMIT.toSeconds() + " s");
    }
    LOG.error("a question could not be answered", failure);
    return Problem.failed();
  }

  private static <T> void await(Future<T> done)
      throws InterruptedException, ExecutionException, TimeoutException {
    done.toCompletionStage().toCompletableFuture().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
