package io.liveroom.processor.runtime;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;

/** Tells a registry that is away, which is worth waiting for, from bytes that are bad. */
final class Outages {

  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private Outages() {}

  /** Whether the same bytes may well be read later. */
  static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException answer) {
        return isTemporary(answer.getStatus());
      }
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTemporary(int status) {
    return status >= SERVER_ERROR
        || status == TOO_MANY_REQUESTS
        || status == UNAUTHORISED
        || status == FORBIDDEN;
  }
}
