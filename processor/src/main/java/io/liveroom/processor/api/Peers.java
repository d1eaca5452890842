package io.liveroom.processor.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks other instances, each question once: what is asked here is answered there, not passed on.
 */
final class Peers {

  /** Says that an instance asks, and for which partitions: {@code 0,3,5}; {@code *} for all. */
  static final String ASKED_BY_PEER = "Liveroom-Partitions";

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(10); // it says something every second
  private static final int CONNECTIONS = 16; // to one instance
  private static final int STREAMS = 1000;

  private final HttpClient client;
  private final HttpClient streams;
  private final Optional<Supplier<String>> token;

  Peers(Vertx vertx, Optional<Supplier<String>> token) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) CONNECT.toMillis())
            .setDecompressionSupported(true);
    client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    streams =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setReadIdleTimeout((int) SILENCE.toSeconds()),
            new PoolOptions().setHttp1MaxSize(STREAMS));
    this.token = token;
  }

  /** What an instance answered. */
  record Reply(int status, Buffer body) {

    boolean isOk() {
      return status == 200;
    }

    /** It has not got what it was asked for, or cannot say now: another may. */
    boolean isElsewhere() {
      return status >= 500 || status == 401;
    }
  }

  /** Asks one question; fails where nobody answers in time. */
  Future<Reply> ask(String address, String uri, String partitions) {
    return client
        .request(options(address, uri, partitions).setTimeout(PATIENCE.toMillis()))
        .compose(request -> request.send())
        .compose(response -> response.body().map(body -> new Reply(response.statusCode(), body)));
  }

  /** Opens a stream of events; the response is paused. */
  Future<HttpClientResponse> listen(String address, String uri) {
    return streams
        .request(options(address, uri, "*").setConnectTimeout(CONNECT.toMillis()))
        .compose(request -> request.send());
  }

  private RequestOptions options(String address, String uri, String partitions) {
    int colon = address.lastIndexOf(':');
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(address.substring(0, colon))
            .setPort(Integer.parseInt(address.substring(colon + 1)))
            .setURI(uri)
            .putHeader(ASKED_BY_PEER, partitions);
    token.ifPresent(
        secret -> options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secret.get()));
    return options;
  }
}
