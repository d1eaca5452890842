package io.liveroom.simulator.world;

/** How a gift is written on the wire. */
public enum GiftShape {
  /** Nothing but a sentence: 送给主播 COUNT个NAME. */
  SENTENCE,
  NESTED_SNAKE,
  FLAT_SNAKE,
  NESTED_CAMEL,
  FLAT_CAMEL
}
