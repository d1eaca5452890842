package io.liveroom.alerting;

/** What came of one attempt to tell the receiver. */
sealed interface Answer {

  /** It has them: a status of 200 to 299. */
  record Taken() implements Answer {}

  /**
   * It has not said so.
   *
   * @param reason for the log; no address and no secret
   */
  record NotTaken(String reason) implements Answer {}
}
