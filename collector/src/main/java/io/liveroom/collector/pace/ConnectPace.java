package io.liveroom.collector.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next connection may be tried: at an even beat while the platform lets them in, a probe
 * now and then while it does not. Pure but for its own state; guarded by who owns it.
 */
final class ConnectPace {

  private static final int SHUT_AFTER = 3; // failures in a row, one room's own trouble is fewer
  private static final Duration FIRST_PROBE = Duration.ofSeconds(1);
  private static final Duration RAREST_PROBE = Duration.ofSeconds(5);
  private static final Duration GLANCE = Duration.ofMillis(100); // while too many are under way
  private static final int SECONDS_UNDER_WAY = 2; // of the beat; a platform that hangs gets no more

  private final Metronome metronome;
  private final int mostUnderWay;
  private int underWay;
  private int failures; // in a row
  private Duration probePause = FIRST_PROBE;
  private Instant nextProbe = Instant.MIN;
  private Instant lastSuccess = Instant.MIN; // when it was begun

  ConnectPace(int connectsPerSecond) {
    metronome = new Metronome(connectsPerSecond);
    mostUnderWay = connectsPerSecond * SECONDS_UNDER_WAY;
  }

  /** Whether the platform lets nobody in, so that only probes go. */
  boolean isShut() {
    return failures >= SHUT_AFTER;
  }

  /** How long until the next one may be tried; zero means now. */
  Duration wait(Instant now) {
    if (isShut()) {
      return nextProbe.isAfter(now) ? Duration.between(now, nextProbe) : Duration.ZERO;
    }
    return underWay < mostUnderWay ? metronome.wait(now) : GLANCE;
  }

  /** One is tried. */
  void begin(Instant now) {
    underWay++;
    metronome.step(now);
    if (isShut()) {
      nextProbe = now.plus(probePause);
      Duration rarer = probePause.multipliedBy(2);
      probePause = rarer.compareTo(RAREST_PROBE) > 0 ? RAREST_PROBE : rarer;
    }
  }

  /**
   * What became of one.
   *
   * @param begun when it was tried; what is older than a success tells nothing any more
   */
  void end(Knock.Result result, Instant begun, Instant now) {
    underWay--;
    switch (result) {
      case LET_IN, TURNED_AWAY -> {
        failures = 0;
        probePause = FIRST_PROBE;
        lastSuccess = begun.isAfter(lastSuccess) ? begun : lastSuccess;
      }
      case NO_ANSWER -> {
        if (begun.isAfter(lastSuccess)) {
          failed(now);
        }
      }
      case GIVEN_UP -> {
        // it says nothing of the platform
      }
    }
  }

  private void failed(Instant now) {
    failures++;
    if (failures == SHUT_AFTER) {
      nextProbe = now.plus(FIRST_PROBE);
    }
  }
}
