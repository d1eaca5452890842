package io.liveroom.cli.doctor;

import java.time.Duration;

/** How another clock stands against this machine's. */
final class ClockWords {

  private static final Duration HARMLESS = Duration.ofSeconds(1);
  private static final Duration HARMFUL = Duration.ofSeconds(60);

  private ClockWords() {}

  /**
   * @param ahead how far the other clock is ahead of ours
   * @param uncertainty by which that may be wrong: half the way there and back
   */
  static Finding of(String whose, Duration ahead, Duration uncertainty) {
    String words =
        "%s is %d ms %s this machine (± %d ms)"
            .formatted(
                whose,
                ahead.abs().toMillis(),
                ahead.isNegative() ? "behind" : "ahead of",
                uncertainty.toMillis());
    Duration least = ahead.abs().minus(uncertainty);
    String advice = "let a time service (chrony, ntpd) keep this machine's clock";
    if (least.compareTo(HARMFUL) > 0) {
      return Finding.wrong(Area.CLOCK, words, advice + ": events get into wrong minutes");
    }
    return least.compareTo(HARMLESS) > 0
        ? Finding.warning(Area.CLOCK, words, advice)
        : Finding.ok(Area.CLOCK, words);
  }
}
