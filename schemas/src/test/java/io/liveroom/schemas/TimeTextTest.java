package io.liveroom.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z",
        "1970-01-01T00:00:00.000Z",
        "2020-02-29T12:34:56.070Z",
        "2026-11-26T02:50:41.007Z",
        "2026-11-26T02:50:41.190Z",
        "2026-11-26T02:50:42.000Z"
      })
  void of_time_isItsIsoForm(String time) {
    assertThat(text(Instant.parse(time))).isEqualTo(time);
  }

  @Test
  void of_secondsInTurnThatShareAPlace_eachItsOwn() {
    Instant first = Instant.parse("2026-11-26T02:50:41.007Z");
    for (int step = 0; step < 6; step++) {
      Instant time = first.plusSeconds(step % 3 * 256L).plusMillis(step);
      assertThat(Instant.parse(text(time))).isEqualTo(time);
    }
  }

  @Test
  void of_nanoseconds_areLeftOut() {
    assertThat(text(Instant.parse("2026-11-26T02:50:41.123999999Z")))
        .isEqualTo("2026-11-26T02:50:41.123Z");
  }

  private static String text(Instant time) {
    return new String(TimeText.of(time), US_ASCII);
  }
}
