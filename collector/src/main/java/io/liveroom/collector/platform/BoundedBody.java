package io.liveroom.collector.platform;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Reads a response up to a bound, and gives up the connection beyond it. */
final class BoundedBody {

  private static final int KEPT_OF_LARGE = 4096;

  private final HttpClientResponse response;
  private final int most;
  private final Buffer body = Buffer.buffer();
  private final Promise<Read> promise = Promise.promise();

  BoundedBody(HttpClientResponse response, int most) {
    this.response = response;
    this.most = most;
  }

  /**
   * What was read.
   *
   * @param isWhole all of it was read
   * @param size bytes that had come when reading stopped
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way through, never compared
  record Read(byte[] bytes, boolean isWhole, long size) {}

  Future<Read> read() {
    response.handler(this::take);
    response.exceptionHandler(promise::tryFail);
    response.endHandler(end -> promise.tryComplete(new Read(body.getBytes(), true, body.length())));
    return promise.future();
  }

  private void take(Buffer part) {
    if (promise.future().isComplete()) {
      return;
    }
    body.appendBuffer(part);
    if (body.length() > most) {
      byte[] first = body.getBytes(0, Math.min(KEPT_OF_LARGE, body.length()));
      promise.tryComplete(new Read(first, false, body.length()));
      response.request().reset();
    }
  }
}
