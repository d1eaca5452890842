package io.liveroom.collector.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatTest {

  @ParameterizedTest
  @CsvSource({
    "LIVE, 20000, 0, false, HOT",
    "LIVE, 10, 900, false, HOT",
    "LIVE, 2000, 0, false, WARM",
    "LIVE, 10, 0, true, WARM",
    "LIVE, 100, 0, false, USUAL",
    "LIVE, 0, 6, false, USUAL",
    "LIVE, 9, 0, false, QUIET",
    "LIVE, 0, 0, false, STILL",
    "PAUSED, 20000, 900, true, QUIET"
  })
  void of_whatIsKnown_isItsHeat(
      RoomState state, long online, double events, boolean isExplaining, Heat heat) {
    assertThat(Heat.of(state, online, events, isExplaining)).isEqualTo(heat);
  }

  @Property
  void intervals_anyRoom_stayWithinTheirBounds(
      @ForAll @LongRange(max = 1_000_000) long online,
      @ForAll @DoubleRange(max = 5000) double events,
      @ForAll boolean isExplaining,
      @ForAll @IntRange(min = 1, max = 600) int seconds) {
    Heat heat = Heat.of(RoomState.LIVE, online, events, isExplaining);
    Duration usual = Duration.ofSeconds(seconds);
    assertThat(heat.ranking(usual)).isBetween(usual.dividedBy(3), usual.multipliedBy(4));
    assertThat(heat.goods(usual, false)).isEqualTo(usual.multipliedBy(4));
    assertThat(heat.counters(usual)).isBetween(usual.dividedBy(3), usual.multipliedBy(2));
    Duration rarest = seconds > 60 ? usual : Duration.ofMinutes(1);
    assertThat(heat.counters(usual)).isLessThanOrEqualTo(rarest);
  }

  @ParameterizedTest
  @CsvSource({"HOT, USUAL", "WARM, USUAL", "USUAL, USUAL", "STILL, STILL"})
  void cooled_any_asksNothingMoreOftenThanUsual(Heat heat, Heat cooled) {
    assertThat(heat.cooled()).isEqualTo(cooled);
  }
}
