package io.liveroom.collector.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.CollectorSettings.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows the end of a connection, as a table. */
class ChatPolicyTest {

  private static final Duration RETRY = Duration.ofMinutes(4);
  private final ChatPolicy auto = new ChatPolicy(Transport.AUTO, RETRY);
  private final ChatPolicy strict = new ChatPolicy(Transport.WEBSOCKET, RETRY);

  @Test
  void decide_notUpgraded_fallsBackOnlyWhereAllowed() {
    CloseReason reason = new CloseReason.NotUpgraded(200);
    assertThat(auto.decide(reason, 1, false, 0)).isEqualTo(fallBack(RETRY));
    assertThat(strict.decide(reason, 1, false, 0.5)).isEqualTo(reconnect(500));
  }

  @Test
  void decide_closedAgainAndAgain_waitsLongerUpToAMinute() {
    CloseReason reason = new CloseReason.Closed();
    assertThat(auto.decide(reason, 1, false, 0.5)).isEqualTo(reconnect(500));
    assertThat(auto.decide(reason, 3, false, 0.5)).isEqualTo(reconnect(2000));
    assertThat(auto.decide(reason, 50, false, 0.5)).isEqualTo(reconnect(30_000));
  }

  @Test
  void decide_platformLetsNobodyIn_waitsInTheLineOnly() {
    assertThat(auto.decide(new CloseReason.Closed(), 5, true, 0.5)).isEqualTo(reconnect(0));
    assertThat(auto.decide(new CloseReason.Unreachable(), 5, true, 0.5)).isEqualTo(reconnect(0));
    assertThat(strict.decide(status(503), 5, true, 0.5)).isEqualTo(reconnect(0));
    assertThat(auto.decide(status(429), 5, true, 0.5)).isEqualTo(reconnect(0));
  }

  @Test
  void decide_upgradeFails_comesLaterAndReadsByGetMeanwhile() {
    assertThat(auto.decide(status(502), 1, false, 0.5)).isEqualTo(reconnect(500));
    assertThat(auto.decide(status(502), 3, false, 0)).isEqualTo(fallBack(Duration.ofMinutes(1)));
    assertThat(auto.decide(status(501), 1, false, 0)).isEqualTo(fallBack(RETRY));
  }

  @Test
  void decide_refusedOrThrottled_waitsWhateverTheTransport() {
    assertThat(auto.decide(status(401), 1, false, 0.5)).isEqualTo(reconnect(0));
    assertThat(auto.decide(status(403), 1, false, 0.5)).isEqualTo(reconnect(60_000));
    assertThat(auto.decide(status(429), 2, false, 0.5)).isEqualTo(reconnect(1000));
  }

  @Test
  void decide_stopped_stops() {
    assertThat(auto.decide(new CloseReason.Stopped(), 1, true, 0))
        .isEqualTo(new ChatDecision.Stop());
  }

  private static CloseReason status(int status) {
    return new CloseReason.NotUpgraded(status);
  }

  private static ChatDecision reconnect(long millis) {
    return new ChatDecision.Reconnect(Duration.ofMillis(millis));
  }

  /** The least share of it, as random is 0. */
  private static ChatDecision fallBack(Duration retry) {
    return new ChatDecision.FallBack(retry.dividedBy(4).multipliedBy(3));
  }
}
