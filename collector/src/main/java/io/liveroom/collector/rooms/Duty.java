package io.liveroom.collector.rooms;

/** What can run for a room. */
public enum Duty {
  STATUS,
  INFO,
  PROMOTIONS,
  AUDIENCE,
  CHAT
}
