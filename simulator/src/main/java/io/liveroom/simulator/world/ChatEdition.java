package io.liveroom.simulator.world;

/** Which edition of the service's chat a room speaks. */
public enum ChatEdition {
  /** Flat messages in an array. */
  FIRST,
  /** Messages with method and payload in an object. */
  LATER
}
