package io.liveroom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChatRateTest {

  private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

  private final ChatRate rate = new ChatRate();

  @Test
  void perMinute_tooShortToSay_isNull() {
    assertThat(rate.perMinute(START)).isNull();
    rate.saw(START, 100);
    rate.saw(at(5), 110);
    assertThat(rate.perMinute(at(9))).isNull();
  }

  @Test
  void perMinute_partOfAMinute_isScaled() {
    rate.saw(START, 100);
    rate.saw(at(20), 110);
    assertThat(rate.perMinute(at(30))).isEqualTo(20);
  }

  @Test
  void perMinute_longer_countsTheLastMinuteOnly() {
    for (int second = 0; second <= 300; second++) {
      rate.saw(at(second), second < 200 ? 5L * second : 1000 + (second - 200));
    }
    assertThat(rate.perMinute(at(300))).isEqualTo(60);
  }

  @Test
  void perMinute_silence_fallsToZero() {
    rate.saw(START, 100);
    rate.saw(at(30), 160);
    assertThat(rate.perMinute(at(200))).isZero();
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
