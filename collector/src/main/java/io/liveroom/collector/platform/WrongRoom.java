package io.liveroom.collector.platform;

import java.io.IOException;

/** An answer about another room than the one asked for. */
final class WrongRoom extends IOException {
  WrongRoom(String asked, String answered) {
    super("asked for room " + asked + ", answered with room " + shown(answered));
  }

  /** What stands where the id should be may be anything. */
  private static String shown(String id) {
    return id.matches("[0-9]{1,20}") ? id : "***";
  }
}
