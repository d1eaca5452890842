package io.liveroom.simulator.server;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked. */
public enum Endpoint {
  INFO,
  CHAT,
  PROMOTIONS,
  STATUS,
  AUDIENCE,
  FEED;

  private static final String BASE = "/douyin/liveroom/";

  /** As it stands in the path. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Endpoint> ofPath(String path) {
    return Stream.of(values()).filter(e -> path.equals(BASE + e.word())).findFirst();
  }

  static Optional<Endpoint> ofWord(String word) {
    return Stream.of(values()).filter(e -> e.word().equals(word)).findFirst();
  }
}
