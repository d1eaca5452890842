package io.liveroom.simulator.world;

/** What a text frame of a room's chat socket holds. */
public enum FrameShape {
  /** The same envelope as the answer to a GET. */
  ENVELOPE,
  /** A bare array of messages. */
  ARRAY,
  /** One bare message. */
  MESSAGE
}
