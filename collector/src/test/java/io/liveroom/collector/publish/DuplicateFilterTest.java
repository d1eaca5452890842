package io.liveroom.collector.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final DuplicateFilter filter = new DuplicateFilter(WINDOW, START, 10_000);

  @Test
  void isDuplicate_withinTheWindow_renewsIt() {
    assertThat(filter.isDuplicate("a", START)).isFalse();
    assertThat(filter.isDuplicate("a", START.plus(WINDOW))).isTrue();
    assertThat(filter.isDuplicate("a", START.plus(WINDOW).plus(WINDOW))).isTrue();
    assertThat(filter.isDuplicate("a", START.plus(WINDOW.multipliedBy(4)))).isFalse();
  }

  @Test
  void isDuplicate_manyFacts_staysBoundedAndRemembersTheLatest() {
    for (int fact = 0; fact < 200_000; fact++) {
      assertThat(filter.isDuplicate("fact-" + fact, START.plusMillis(fact))).isFalse();
    }
    assertThat(filter.size()).isLessThan(40_000);
    assertThat(filter.isDuplicate("fact-199999", START.plusSeconds(200))).isTrue();
  }

  @Test
  void isDuplicate_oldFacts_makeRoom() {
    for (int hour = 0; hour < 50; hour++) {
      for (int fact = 0; fact < 1000; fact++) {
        Instant at = START.plus(Duration.ofHours(hour));
        assertThat(filter.isDuplicate(hour + "-" + fact, at)).isFalse();
        assertThat(filter.isDuplicate(hour + "-" + fact, at)).isTrue();
      }
    }
  }
}
