package io.liveroom.benchmarks.decode;

/** What is decoded: an endpoint's answer, or chat in one of its editions. */
public enum Sample {
  STATUS("status"),
  INFO("info"),
  PROMOTIONS("promotions"),
  AUDIENCE("audience"),
  FEED("feed"),
  CHAT_FIRST("chat"),
  CHAT_LATER("chat");

  private final String endpoint;

  Sample(String endpoint) {
    this.endpoint = endpoint;
  }

  /** The endpoint's name in the URL. */
  String endpoint() {
    return endpoint;
  }

  /** File of its bytes. */
  String fileName() {
    return name() + ".json";
  }
}
