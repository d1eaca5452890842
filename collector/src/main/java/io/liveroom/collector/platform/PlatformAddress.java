package io.liveroom.collector.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.collector.CollectorSettings.Platform;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;

/** Where the endpoints are. The one place that puts the token into a URL. */
final class PlatformAddress {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Platform platform;
  private final boolean isSecure;
  private final int port;
  private final String base;

  PlatformAddress(Platform platform) {
    URI url = platform.url();
    this.platform = platform;
    this.isSecure = "https".equals(url.getScheme());
    int usual = isSecure ? HTTPS : HTTP;
    this.port = url.getPort() == -1 ? usual : url.getPort();
    String path = url.getPath() == null ? "" : url.getPath();
    this.base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  String token() {
    return platform.token().reveal();
  }

  RequestOptions request(Endpoint endpoint, Map<String, String> parameters, Duration timeout) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setHost(platform.url().getHost())
        .setPort(port)
        .setSsl(isSecure)
        .setURI(uri(endpoint, parameters))
        .setTimeout(timeout.toMillis());
  }

  WebSocketConnectOptions socket(
      Endpoint endpoint, Map<String, String> parameters, Duration timeout) {
    return new WebSocketConnectOptions()
        .setHost(platform.url().getHost())
        .setPort(port)
        .setSsl(isSecure)
        .setURI(uri(endpoint, parameters))
        .setTimeout(timeout.toMillis());
  }

  private String uri(Endpoint endpoint, Map<String, String> parameters) {
    StringBuilder uri = new StringBuilder(base).append(endpoint.path());
    uri.append("?token=").append(URLEncoder.encode(token(), UTF_8));
    parameters.forEach(
        (name, value) ->
            uri.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8)));
    return uri.toString();
  }
}
