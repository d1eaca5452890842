package io.liveroom.processor.api;

import io.vertx.core.http.HttpServerResponse;

/** A response that goes on. */
record HttpOutlet(HttpServerResponse response) implements Outlet {

  @Override
  public boolean isFull() {
    return response.writeQueueFull();
  }

  @Override
  public void write(String text) {
    response.write(text);
  }

  @Override
  public void end() {
    if (!response.closed() && !response.ended()) {
      response.end();
    }
  }

  @Override
  public void cut() {
    response.reset();
  }
}
