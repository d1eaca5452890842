package io.liveroom.collector.platform;

import io.liveroom.deadletter.DeadLetter;
import java.util.List;

/** What became of a payload. */
public sealed interface Reading<T> {

  /**
   * It could be read.
   *
   * @param spoilt what in it could not be read, without harm to the rest
   */
  record Good<T>(T value, List<DeadLetter> spoilt) implements Reading<T> {}

  /** It is the service's own error, in an envelope. */
  record Denied<T>(int code) implements Reading<T> {}

  /** It could not be read. */
  record Bad<T>(DeadLetter letter) implements Reading<T> {}
}
