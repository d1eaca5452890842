package io.liveroom.collector.chat;

import io.liveroom.collector.CollectorSettings.Transport;
import io.liveroom.collector.pace.Backoff;
import java.time.Duration;

/**
 * What to do after a connection has ended: a pure function.
 *
 * @param upgradeRetry how long GET is repeated before the upgrade is tried again
 */
record ChatPolicy(Transport transport, Duration upgradeRetry) {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final Duration REFUSED_PAUSE = Duration.ofSeconds(60);
  private static final Duration THROTTLED_PAUSE = Duration.ofSeconds(30);
  private static final double LEAST_SHARE = 0.75; // of the retry, so that rooms do not meet

  /**
   * @param failures connections in a row that brought no frame, this one included
   * @param random uniform in [0, 1)
   */
  ChatDecision decide(CloseReason reason, int failures, double random) {
    if (reason instanceof CloseReason.Stopped) {
      return new ChatDecision.Stop();
    }
    if (reason instanceof CloseReason.NotUpgraded rejected) {
      return rejected(rejected, failures, random);
    }
    return new ChatDecision.Reconnect(BACKOFF.delay(Math.max(1, failures), random));
  }

  private ChatDecision rejected(CloseReason.NotUpgraded reason, int failures, double random) {
    if (reason.isRefused()) {
      return new ChatDecision.Reconnect(REFUSED_PAUSE);
    }
    if (reason.isThrottled()) {
      return new ChatDecision.Reconnect(THROTTLED_PAUSE.plus(BACKOFF.delay(failures, random)));
    }
    return switch (transport) {
      case AUTO -> new ChatDecision.FallBack(spread(random));
      case WEBSOCKET, POLL -> new ChatDecision.Reconnect(BACKOFF.delay(failures, random));
    };
  }

  private Duration spread(double random) {
    double share = LEAST_SHARE + (1 - LEAST_SHARE) * random;
    return Duration.ofMillis((long) (upgradeRetry.toMillis() * share));
  }
}
