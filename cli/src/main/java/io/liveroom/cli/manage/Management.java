package io.liveroom.cli.manage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server with {@code /livez}, {@code /readyz} and {@code /metrics}. It has threads of its
 * own, so that it answers while what it tells of stands still.
 */
public final class Management implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Management.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final String host;
  private final int port;
  private final Conditions conditions;
  private final Supplier<String> metrics;
  private final Vertx vertx;
  private final HttpServer server;

  /**
   * @param port 0 takes any free one
   * @param metrics all figures in Prometheus' text format
   */
  public Management(String host, int port, Conditions conditions, Supplier<String> metrics) {
    this.host = host;
    this.conditions = conditions;
    this.metrics = metrics;
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
    server = vertx.createHttpServer().requestHandler(this::answer);
    this.port = port;
  }

  /** Listens from now on; throws where the port is taken. */
  public void start() throws IOException, InterruptedException {
    try {
      await(server.listen(port, host));
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(String.valueOf(cause.getMessage()), cause);
    }
  }

  /** Where it can be asked, without a path. */
  public String url() {
    return "http://" + host + ":" + server.actualPort();
  }

  @Override
  public void close() {
    try {
      await(vertx.close());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("health and metrics did not close in time", e);
    }
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      response.setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
      return;
    }
    switch (request.path()) {
      case "/livez" -> tell(response, conditions::live);
      case "/readyz" -> tell(response, conditions::ready);
      case "/metrics" -> figures(response);
      default -> response.setStatusCode(404).end("ask for /livez, /readyz or /metrics\n");
    }
  }

  private void tell(HttpServerResponse response, Callable<List<Condition>> asked) {
    vertx
        .executeBlocking(asked, false)
        .onSuccess(
            all -> {
              boolean isWell = all.stream().allMatch(Condition::holds);
              response
                  .setStatusCode(isWell ? OK : UNAVAILABLE)
                  .putHeader("Content-Type", "application/json; charset=utf-8")
                  .putHeader("Cache-Control", "no-store")
                  .end(json(isWell, all).encodePrettily() + "\n");
            })
        .onFailure(failure -> failed(response, failure));
  }

  private void figures(HttpServerResponse response) {
    vertx
        .executeBlocking(metrics::get, false)
        .onSuccess(
            text ->
                response
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(text))
        .onFailure(failure -> failed(response, failure));
  }

  private static void failed(HttpServerResponse response, Throwable failure) {
    LOG.error("health or metrics could not be told", failure);
    response.setStatusCode(500).end(failure.getClass().getSimpleName() + "\n");
  }

  private static JsonObject json(boolean isWell, List<Condition> all) {
    JsonArray conditions = new JsonArray();
    all.forEach(
        one ->
            conditions.add(
                new JsonObject()
                    .put("name", one.name())
                    .put("holds", one.holds())
                    .put("words", one.words())));
    return new JsonObject().put("ok", isWell).put("conditions", conditions);
  }

  private static <T> void await(Future<T> done)
      throws InterruptedException, ExecutionException, TimeoutException {
    done.toCompletionStage().toCompletableFuture().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
