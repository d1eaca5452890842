package io.liveroom.collector.poll;

import io.liveroom.collector.pace.Lane;
import io.liveroom.collector.platform.Answer;
import io.liveroom.collector.platform.DeadLetters;
import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.FailureCategory;
import io.liveroom.collector.platform.Payload;
import io.liveroom.collector.platform.PlatformClient;
import io.liveroom.collector.platform.Reading;
import io.liveroom.collector.publish.Counted;
import io.liveroom.collector.publish.Publisher;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's way from request to outcome: asks, decodes, hands over what was read, and sends
 * what could not be read to the dead letters.
 */
final class Question<T> {

  private static final Duration PLATFORM_THROTTLE = Duration.ofSeconds(30);

  private final Endpoint endpoint;
  private final Asking asking;
  private final Function<Payload, Reading<T>> decoder;

  /** What every question needs. */
  record Asking(PlatformClient client, Lane lane, Publisher publisher, DeadLetters letters) {}

  Question(Endpoint endpoint, Asking asking, Function<Payload, Reading<T>> decoder) {
    this.endpoint = endpoint;
    this.asking = asking;
    this.decoder = decoder;
  }

  /**
   * Asks once.
   *
   * @param roomId the room it is about; null where it is about several
   * @param taker publishes what was read, and says how long the platform wants to be left alone
   */
  Future<PollOutcome> ask(
      @Nullable String roomId, Map<String, String> parameters, Function<T, Duration> taker) {
    asking.publisher().counters().add(Counted.REQUESTS, endpoint);
    return asking
        .client()
        .get(asking.lane(), endpoint, roomId, parameters)
        .map(answer -> count(take(answer, taker)));
  }

  private PollOutcome take(Answer answer, Function<T, Duration> taker) {
    if (answer instanceof Answer.Body body) {
      return read(decoder.apply(body.payload()), taker, body.asked());
    }
    if (answer instanceof Answer.TooLarge large) {
      asking
          .publisher()
          .deadLetter(asking.letters().tooLarge(large.first(), large.size()), endpoint);
      return new PollOutcome.Unreadable();
    }
    if (answer instanceof Answer.Throttled throttled) {
      return new PollOutcome.Throttled(throttled.retryAfter());
    }
    return answer instanceof Answer.Failed failed
        ? new PollOutcome.Failed(failed.category())
        : new PollOutcome.Refused();
  }

  private PollOutcome read(Reading<T> reading, Function<T, Duration> taker, Instant asked) {
    if (reading instanceof Reading.Good<T> good) {
      asking.client().accepted();
      good.spoilt().forEach(letter -> asking.publisher().deadLetter(letter, endpoint));
      return new PollOutcome.Observed(taker.apply(good.value()));
    }
    if (reading instanceof Reading.Bad<T> bad) {
      asking.publisher().deadLetter(bad.letter(), endpoint);
      return new PollOutcome.Unreadable();
    }
    return reading instanceof Reading.Denied<T> denied
        ? denied(denied.code(), asked)
        : new PollOutcome.Unreadable();
  }

  private PollOutcome denied(int code, Instant asked) {
    if (code == 401 || code == 403) {
      asking.client().refused(asked);
      return new PollOutcome.Refused();
    }
    return code == 429
        ? new PollOutcome.Throttled(PLATFORM_THROTTLE)
        : new PollOutcome.Failed(FailureCategory.PLATFORM_ERROR);
  }

  private PollOutcome count(PollOutcome outcome) {
    Counted kind = kind(outcome);
    if (kind != Counted.REQUESTS) {
      asking.publisher().counters().add(kind, endpoint);
    }
    return outcome;
  }

  private static Counted kind(PollOutcome outcome) {
    if (outcome instanceof PollOutcome.Throttled) {
      return Counted.REQUESTS_THROTTLED;
    }
    if (outcome instanceof PollOutcome.Refused) {
      return Counted.REQUESTS_REFUSED;
    }
    if (outcome instanceof PollOutcome.Failed failed) {
      return failed.category() == FailureCategory.NO_BUDGET
          ? Counted.REQUESTS_LEFT_OUT
          : Counted.REQUESTS_FAILED;
    }
    return outcome instanceof PollOutcome.Unreadable
        ? Counted.REQUESTS_UNREADABLE
        : Counted.REQUESTS;
  }
}
