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
    assertThat(auto.decide(reason, 1, 0))
        .isEqualTo(new ChatDecision.FallBack(RETRY.dividedBy(4).multipliedBy(3)));
    assertThat(strict.decide(reason, 1, 0.5)).isEqualTo(reconnect(500));
  }

  @Test
  void decide_closedAgainAndAgain_waitsLongerUpToAMinute() {
    CloseReason reason = new CloseReason.Closed();
    assertThat(auto.decide(reason, 1, 0.5)).isEqualTo(reconnect(500));
    assertThat(auto.decide(reason, 3, 0.5)).isEqualTo(reconnect(2000));
    assertThat(auto.decide(reason, 50, 0.5)).isEqualTo(reconnect(30_000));
  }

  @Test
  void decide_refusedOrThrottled_waitsWhateverTheTransport() {
    assertThat(auto.decide(new CloseReason.NotUpgraded(401), 1, 0)).isEqualTo(reconnect(60_000));
    assertThat(auto.decide(new CloseReason.NotUpgraded(429), 1, 0)).isEqualTo(reconnect(30_000));
  }

  @Test
  void decide_silentOrUnreachable_reconnects() {
    assertThat(auto.decide(new CloseReason.Silent(), 1, 0)).isEqualTo(reconnect(0));
    assertThat(auto.decide(new CloseReason.Unreachable(), 1, 0)).isEqualTo(reconnect(0));
  }

  @Test
  void decide_stopped_stops() {
    assertThat(auto.decide(new CloseReason.Stopped(), 1, 0)).isEqualTo(new ChatDecision.Stop());
  }

  private static ChatDecision reconnect(long millis) {
    return new ChatDecision.Reconnect(Duration.ofMillis(millis));
  }
}
