package io.liveroom.collector.platform;

/** What the platform can be asked. */
public enum Endpoint {
  INFO("info"),
  CHAT("chat"),
  PROMOTIONS("promotions"),
  STATUS("status"),
  AUDIENCE("audience"),
  FEED("feed");

  private final String label;

  Endpoint(String label) {
    this.label = label;
  }

  /** Its name in records, metrics and the URL. */
  public String label() {
    return label;
  }

  String path() {
    return "/douyin/liveroom/" + label;
  }
}
