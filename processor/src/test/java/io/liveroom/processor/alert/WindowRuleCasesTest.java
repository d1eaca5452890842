package io.liveroom.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.common.RoomState;
import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.DerivedFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules that look at windows, as tables: a figure for each minute ("5x1000" = five minutes of
 * 1000, "-" = a minute without samples), and what is told: + begun, - ended, at the end of which
 * minute.
 */
class WindowRuleCasesTest {

  private final DerivedFacts facts = DerivedFacts.usual();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "steady,                        30x1000,                          ''",
    "half of them leave,            10x1000 10x500,                   +13 -20",
    "just not enough,               10x1000 10x701,                   ''",
    "a small room,                  10x90 10x10,                      ''",
    "too short a past,              2x1000 5x500,                     ''",
    "before is not covered,         2x1000 4x- 5x500,                 ''",
    "a dip of one minute,           10x1000 1x0 10x1000,              ''",
    "fewer and fewer: one alert,    10x1000 5x600 5x400 5x250 8x250,  +14 -29",
    "again within the cool-down,    10x1000 12x500 10x250,            +13 -20",
    "again after the cool-down,     10x1000 20x500 10x250,            +13 -20 +33 -40",
    "falls on: one alert,           10x1000 8x500 10x250,             +13 -28",
  })
  void onlineDrop(String name, String online, String expected) {
    assertThat(told("online_drop", "", online, RoomMinute::setOnlineMax))
        .as(name)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "held for two minutes more,     10x1000 10x500,      +13 -20",
    "over before it was held,       10x1000 4x600 5x1000, ''",
  })
  void onlineDrop_hold(String name, String online, String expected) {
    String rules = "rules: {online_drop: {hold: 2m}}";
    assertThat(told("online_drop", rules, online, RoomMinute::setOnlineMax))
        .as(name)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "steady,                     30x1000,                      ''",
    "more than ever,             20x1000 3x1300 5x1100 2x999,  +21 -29",
    "not by enough,              20x1000 5x1190,               ''",
    "too early,                  10x1000 4x1300 10x900,        ''",
    "a rise minute by minute,    15x1000 1x1050 1x1100 1x1150 1x1200 1x1250 5x1250, +19",
    "as high as before,          10x1000 5x500 10x1000,        ''",
    "small,                      20x50 5x99,                   ''",
  })
  void onlinePeak(String name, String online, String expected) {
    assertThat(told("online_peak", "", online, RoomMinute::setOnlineMax))
        .as(name)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "steady,                     50x5,                ''",
    "many follow,                30x2 10x10,          +32",
    "many follow for a while,    30x2 5x10 5x2,       +32 -39",
    "too few of them,            30x0 10x1,           ''",
    "too short a past,           15x2 10x10,          +20",
  })
  void followRateSpike(String name, String follows, String expected) {
    assertThat(told("follow_rate_spike", "", follows, WindowRuleCasesTest::follows))
        .as(name)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "steady,                     50x500,               ''",
    "a storm,                    30x100 3x2000 7x100,  +31 -36",
    "from nothing,               30x0 1x5000 9x0,      +31 -34",
    "too little,                 30x0 3x300 9x0,       ''",
    "too short a past,           14x100 3x5000 7x100,  +18 -20",
  })
  void giftSpike(String name, String diamonds, String expected) {
    assertThat(told("gift_spike", "", diamonds, RoomMinute::setGiftValue))
        .as(name)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "whole,                      30x1000,               ''",
    "nothing more,               10x1000 10x-,          +13",
    "and again,                  10x1000 4x- 10x1000,   +13 -18",
    "a short hole,               10x1000 2x- 10x1000,   ''",
    "from the beginning,         8x-,                   +5",
  })
  void coverageDrop(String name, String online, String expected) {
    assertThat(told("coverage_drop", "", online, RoomMinute::setOnlineMax))
        .as(name)
        .isEqualTo(expected);
  }

  private String told(String rule, String yaml, String series, Figure figure) {
    Watch watch = new Watch(AlertRules.of(yaml, "test"));
    watch.see(facts.session(RoomState.LIVE, 0));
    int minute = 0;
    for (String part : series.split(" ")) {
      String[] words = part.split("x", 2);
      for (int left = Integer.parseInt(words[0]); left > 0; left--) {
        watch.see(minute(minute++, words[1], figure));
        watch.see(facts.session(RoomState.LIVE, minute * 60.0));
      }
    }
    return watch.told(rule);
  }

  private RoomMinute minute(int minute, String figure, Figure setter) {
    if (figure.equals("-")) {
      return facts.minute(minute, null);
    }
    RoomMinute record = facts.minute(minute, 1000);
    setter.set(record, Long.parseLong(figure));
    if (record.getOnlineMax() != 1000) {
      record.setOnlineAvg(record.getOnlineMax().doubleValue());
    }
    return record;
  }

  private static void follows(RoomMinute record, long follows) {
    record.setPlatformFollowsGained(follows);
    record.setViewersGained(100L);
  }

  /** Sets a figure of a minute. */
  private interface Figure {
    void set(RoomMinute minute, long figure);
  }
}
