package io.liveroom.collector.poll;

import io.liveroom.collector.platform.FailureCategory;
import java.time.Duration;
import java.time.Instant;

/** What became of one request. */
public sealed interface PollOutcome {

  /**
   * The earliest moment at which the platform may be asked the same again.
   *
   * @param asked when the request was made
   * @param now when its outcome was known
   */
  default Instant notBefore(Instant asked, Instant now) {
    return now;
  }

  /**
   * It brought what was asked for, and that is on its way to Kafka.
   *
   * @param leaveAlone how long the platform wants to be left alone
   */
  record Observed(Duration leaveAlone) implements PollOutcome {
    @Override
    public Instant notBefore(Instant asked, Instant now) {
      return asked.plus(leaveAlone);
    }
  }

  /** Asked too often. */
  record Throttled(Duration retryAfter) implements PollOutcome {
    @Override
    public Instant notBefore(Instant asked, Instant now) {
      return now.plus(retryAfter);
    }
  }

  /** The token is not accepted. */
  record Refused() implements PollOutcome {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Override
    public Instant notBefore(Instant asked, Instant now) {
      return now.plus(PAUSE);
    }
  }

  /** Nothing came. */
  record Failed(FailureCategory category) implements PollOutcome {}

  /** Something came that could not be read; it is a dead letter now. */
  record Unreadable() implements PollOutcome {}
}
