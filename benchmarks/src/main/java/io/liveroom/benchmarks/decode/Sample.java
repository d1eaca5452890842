package io.liveroom.benchmarks.decode;

import io.liveroom.collector.platform.Endpoint;

/** What is decoded: an endpoint's answer, or chat in one of its editions. */
public enum Sample {
  STATUS(Endpoint.STATUS),
  INFO(Endpoint.INFO),
  PROMOTIONS(Endpoint.PROMOTIONS),
  AUDIENCE(Endpoint.AUDIENCE),
  FEED(Endpoint.FEED),
  CHAT_FIRST(Endpoint.CHAT),
  CHAT_LATER(Endpoint.CHAT);

  private final Endpoint endpoint;

  Sample(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** File of its bytes. */
  String fileName() {
    return name() + ".json";
  }
}
