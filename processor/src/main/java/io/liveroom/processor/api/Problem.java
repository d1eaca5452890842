package io.liveroom.processor.api;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** Why a request is not answered, as RFC 9457 says it. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;
  private final transient Optional<Duration> retryAfter;

  private Problem(int status, String title, String detail, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.retryAfter = retryAfter;
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail, Optional.empty());
  }

  static Problem unauthorised() {
    return new Problem(
        401,
        "Unauthorized",
        "send the header Authorization: Bearer TOKEN, with the token of liveroom.api.token",
        Optional.empty());
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail, Optional.empty());
  }

  static Problem wrongMethod() {
    return new Problem(405, "Method not allowed", "GET and HEAD only", Optional.empty());
  }

  static Problem unavailable(String detail) {
    return new Problem(503, "Unavailable", detail, Optional.of(Duration.ofSeconds(2)));
  }

  static Problem failed() {
    return new Problem(500, "Failed", "the log says why", Optional.empty());
  }

  int status() {
    return status;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  JsonObject json() {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status)
        .put("detail", getMessage());
  }
}
