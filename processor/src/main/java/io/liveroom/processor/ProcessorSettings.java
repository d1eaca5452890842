package io.liveroom.processor;

import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.processor.room.RoomTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the operator decides about the processor. One that exists is valid; what is wrong is told
 * all at once, each with its key, its rule and its value.
 *
 * @param windows {@code liveroom.window.size}, {@code liveroom.window.grace}
 * @param maxGap {@code liveroom.online.max-gap}: online samples further apart are not joined
 * @param trendSpan {@code liveroom.trend.span}: how far back the online trend looks
 * @param duplicatesWindow {@code liveroom.duplicates.window}: a sighting makes the next a duplicate
 * @param sessionGrace {@code liveroom.session.grace}: from a confirmed end to the final
 * @param promotions {@code liveroom.promotion.settle}, {@code liveroom.promotion.explain-gap}
 * @param publishInterval {@code liveroom.publish.interval}: between drafts of the same record
 * @param commitInterval {@code liveroom.commit.interval}: between transactions, which is when
 *     others see what was published
 * @param exactDistinct {@code liveroom.distinct.exact}: members up to which counts are exact
 * @param threads {@code liveroom.processor.threads}, for each derived topic
 * @param standbys {@code liveroom.processor.standbys}: warm copies of the state elsewhere
 * @param stateDir where state is kept between restarts
 * @param applicationIdPrefix application ids are this, a dash and the derived topic's short name
 * @param alerts {@code liveroom.alerts.file}: the rules of alerts
 */
public record ProcessorSettings(
    WindowSettings windows,
    Duration maxGap,
    Duration trendSpan,
    Duration duplicatesWindow,
    Duration sessionGrace,
    PromotionSettings promotions,
    Duration publishInterval,
    Duration commitInterval,
    int exactDistinct,
    int threads,
    int standbys,
    Path stateDir,
    String applicationIdPrefix,
    AlertRules alerts) {

  /** After this a partition's time goes on with the wall clock, where alerts are concerned. */
  private static final Duration ALERT_SILENCE = Duration.ofSeconds(10);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_EXACT = 1 << 20;
  private static final int MOST_THREADS = 64;
  private static final int MOST_STANDBYS = 5;

  public ProcessorSettings {
    List<String> mistakes = new ArrayList<>();
    between(mistakes, "liveroom.window.size", windows.size(), Duration.ofSeconds(1), HOUR);
    between(mistakes, "liveroom.window.grace", windows.grace(), Duration.ZERO, HOUR);
    between(mistakes, "liveroom.online.max-gap", maxGap, Duration.ofSeconds(1), HOUR);
    between(mistakes, "liveroom.trend.span", trendSpan, Duration.ofSeconds(1), HOUR);
    between(mistakes, "liveroom.duplicates.window", duplicatesWindow, Duration.ofSeconds(1), DAY);
    between(mistakes, "liveroom.session.grace", sessionGrace, Duration.ZERO, DAY);
    between(mistakes, "liveroom.promotion.settle", promotions.settle(), Duration.ZERO, HOUR);
    between(
        mistakes, "liveroom.promotion.explain-gap", promotions.explainGap(), Duration.ZERO, HOUR);
    between(mistakes, "liveroom.publish.interval", publishInterval, Duration.ofMillis(100), HOUR);
    between(
        mistakes,
        "liveroom.commit.interval",
        commitInterval,
        Duration.ofMillis(50),
        Duration.ofMinutes(1));
    between(mistakes, "liveroom.distinct.exact", exactDistinct, 0, MOST_EXACT);
    between(mistakes, "liveroom.processor.threads", threads, 1, MOST_THREADS);
    between(mistakes, "liveroom.processor.standbys", standbys, 0, MOST_STANDBYS);
    if (applicationIdPrefix.isBlank()) {
      mistakes.add("liveroom.processor.application-id must not be blank");
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", mistakes));
    }
  }

  /** With the built-in rules of alerts. */
  public ProcessorSettings(
      WindowSettings windows,
      Duration maxGap,
      Duration trendSpan,
      Duration duplicatesWindow,
      Duration sessionGrace,
      PromotionSettings promotions,
      Duration publishInterval,
      Duration commitInterval,
      int exactDistinct,
      int threads,
      int standbys,
      Path stateDir,
      String applicationIdPrefix) {
    this(
        windows,
        maxGap,
        trendSpan,
        duplicatesWindow,
        sessionGrace,
        promotions,
        publishInterval,
        commitInterval,
        exactDistinct,
        threads,
        standbys,
        stateDir,
        applicationIdPrefix,
        AlertRules.builtIn());
  }

  /** The same with other rules of alerts. */
  public ProcessorSettings withAlerts(AlertRules other) {
    return new ProcessorSettings(
        windows,
        maxGap,
        trendSpan,
        duplicatesWindow,
        sessionGrace,
        promotions,
        publishInterval,
        commitInterval,
        exactDistinct,
        threads,
        standbys,
        stateDir,
        applicationIdPrefix,
        other);
  }

  /** What metrics.md says, on one thread. */
  public static ProcessorSettings defaults(Path stateDir) {
    return new ProcessorSettings(
        WindowSettings.DEFAULTS,
        Duration.ofSeconds(90),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofMinutes(2),
        PromotionSettings.DEFAULTS,
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        4096,
        1,
        0,
        stateDir,
        "liveroom");
  }

  FigureSettings figures() {
    return new FigureSettings(
        windows.size(), windows.grace(), maxGap, trendSpan, sessionGrace, exactDistinct);
  }

  /** Times of room-minute. */
  RoomTopology.Times minuteTimes() {
    return new RoomTopology.Times(publishInterval, duplicatesWindow, windows.grace());
  }

  /** Times of promotion-change: silence may be an outage, so it is waited for like a window. */
  RoomTopology.Times promotionTimes() {
    return new RoomTopology.Times(publishInterval, duplicatesWindow, windows.grace());
  }

  /** Times of session. */
  RoomTopology.Times sessionTimes() {
    return new RoomTopology.Times(publishInterval, duplicatesWindow, sessionGrace);
  }

  /** Times of alert: what it reads is without duplicates. */
  RoomTopology.Times alertTimes() {
    return new RoomTopology.Times(publishInterval, Duration.ZERO, ALERT_SILENCE);
  }

  private static void between(
      List<String> mistakes, String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      mistakes.add(key + " must be from " + least + " to " + most + ", but is " + value);
    }
  }

  private static void between(List<String> mistakes, String key, int value, int least, int most) {
    if (value < least || value > most) {
      mistakes.add(key + " must be from " + least + " to " + most + ", but is " + value);
    }
  }
}
