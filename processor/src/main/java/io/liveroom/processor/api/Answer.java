package io.liveroom.processor.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * An answer with a body. Its tag is a digest of the body, so it is the same from every instance; a
 * weak one, as the body may be compressed on its way.
 */
record Answer(int status, String type, Buffer body, String tag) {

  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  static Answer json(JsonObject json) {
    return of(OK, JSON, json.toBuffer());
  }

  static Answer problem(Problem problem) {
    return of(problem.status(), PROBLEM, problem.json().toBuffer());
  }

  /** What another instance answered. */
  static Answer passedOn(int status, Buffer body) {
    return of(status, status < 300 ? JSON : PROBLEM, body);
  }

  static Answer of(int status, String type, Buffer body) {
    return new Answer(status, type, body, "W/\"" + digest(body.getBytes()) + "\"");
  }

  /** Sends it, or that the client has it already. */
  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (status == OK) {
      response.putHeader(HttpHeaders.ETAG, tag);
      if (isHad(request)) {
        response.setStatusCode(NOT_MODIFIED).end();
        return;
      }
    }
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type);
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private boolean isHad(HttpServerRequest request) {
    String had = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return had != null
        && Stream.of(had.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals(tag) || one.equals("*") || tag.equals("W/" + one));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
