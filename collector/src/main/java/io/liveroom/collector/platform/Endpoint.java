package io.liveroom.collector.platform;

import io.liveroom.collector.pace.Priority;

/** What the platform can be asked. */
public enum Endpoint {
  INFO("info", Priority.INFO),
  CHAT("chat", Priority.CHAT),
  PROMOTIONS("promotions", Priority.REST),
  STATUS("status", Priority.STATUS),
  AUDIENCE("audience", Priority.REST),
  FEED("feed", Priority.REST);

  private final String label;
  private final Priority priority;

  Endpoint(String label, Priority priority) {
    this.label = label;
    this.priority = priority;
  }

  /** Its name in records, metrics and the URL. */
  public String label() {
    return label;
  }

  /** Of its requests; a chat socket has one of its own. */
  Priority priority() {
    return priority;
  }

  String path() {
    return "/douyin/liveroom/" + label;
  }
}
