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
  private static final ChatDecision AT_ONCE = new ChatDecision.Reconnect(Duration.ZERO);
  private static final Duration FORBIDDEN_PAUSE = Duration.ofSeconds(60);
  private static final Duration FAILING_RETRY = Duration.ofMinutes(1);
  private static final int FAILS_ENOUGH = 3; // upgrades in a row; GET may work meanwhile
  private static final double LEAST_SHARE = 0.75; // of the retry, so that rooms do not meet

  /**
   * @param failures connections in a row that brought no frame, this one included
   * @param isShut the platform lets nobody in: the line is what is waited in, not a pause
   * @param random uniform in [0, 1)
   */
  ChatDecision decide(CloseReason reason, int failures, boolean isShut, double random) {
    if (reason instanceof CloseReason.Stopped) {
      return new ChatDecision.Stop();
    }
    if (reason instanceof CloseReason.NotUpgraded rejected) {
      return rejected(rejected, failures, isShut, random);
    }
    return isShut ? AT_ONCE : later(failures, random);
  }

  private ChatDecision rejected(
      CloseReason.NotUpgraded reason, int failures, boolean isShut, double random) {
    if (reason.isUnauthorized()) {
      return AT_ONCE; // the line stands still until the token is accepted
    }
    if (reason.isRefused()) {
      return new ChatDecision.Reconnect(FORBIDDEN_PAUSE);
    }
    boolean isFailing = reason.isFailing();
    boolean mayComeLater = reason.isThrottled() || (isFailing && failures < FAILS_ENOUGH);
    if (mayComeLater || transport != Transport.AUTO) {
      return isShut ? AT_ONCE : later(failures, random);
    }
    return new ChatDecision.FallBack(spread(isFailing ? sooner() : upgradeRetry, random));
  }

  private static ChatDecision later(int failures, double random) {
    return new ChatDecision.Reconnect(BACKOFF.delay(Math.max(1, failures), random));
  }

  private Duration sooner() {
    return upgradeRetry.compareTo(FAILING_RETRY) < 0 ? upgradeRetry : FAILING_RETRY;
  }

  private static Duration spread(Duration retry, double random) {
    double share = LEAST_SHARE + (1 - LEAST_SHARE) * random;
    return Duration.ofMillis((long) (retry.toMillis() * share));
  }
}
