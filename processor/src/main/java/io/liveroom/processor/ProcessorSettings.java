package io.liveroom.processor;

import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.processor.runtime.InstanceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the operator decides about the processor. One that exists is valid; what is wrong is told
 * all at once, each with its key, its rule and its value.
 *
 * @param figures {@code liveroom.window.*}, {@code liveroom.online.max-gap}, {@code
 *     liveroom.trend.span}, {@code liveroom.session.grace}, {@code liveroom.distinct.exact}
 * @param promotions {@code liveroom.promotion.settle}, {@code liveroom.promotion.explain-gap}
 * @param alerts {@code liveroom.alerts.file}: the rules of alerts
 * @param duplicatesWindow {@code liveroom.duplicates.window}: a sighting makes the next a duplicate
 * @param publishInterval {@code liveroom.publish.interval}: between drafts of the same record, each
 *     of which others see at once
 * @param instance {@code liveroom.processor.*}, {@code liveroom.commit.interval}
 */
public record ProcessorSettings(
    FigureSettings figures,
    PromotionSettings promotions,
    AlertRules alerts,
    Duration duplicatesWindow,
    Duration publishInterval,
    InstanceSettings instance) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_EXACT = 1 << 20;
  private static final int MOST_THREADS = 64;
  private static final int MOST_STANDBYS = 5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}"); // as Kafka's topics

  public ProcessorSettings {
    List<String> mistakes = new ArrayList<>();
    between(mistakes, "liveroom.window.size", figures.window(), SECOND, HOUR);
    between(mistakes, "liveroom.window.grace", figures.grace(), Duration.ZERO, HOUR);
    between(mistakes, "liveroom.online.max-gap", figures.maxGap(), SECOND, HOUR);
    between(mistakes, "liveroom.trend.span", figures.trendSpan(), SECOND, HOUR);
    between(mistakes, "liveroom.session.grace", figures.sessionGrace(), Duration.ZERO, DAY);
    between(mistakes, "liveroom.distinct.exact", figures.exactDistinct(), 0, MOST_EXACT);
    between(mistakes, "liveroom.promotion.settle", promotions.settle(), Duration.ZERO, HOUR);
    between(
        mistakes, "liveroom.promotion.explain-gap", promotions.explainGap(), Duration.ZERO, HOUR);
    between(mistakes, "liveroom.duplicates.window", duplicatesWindow, SECOND, DAY);
    between(mistakes, "liveroom.publish.interval", publishInterval, Duration.ofMillis(100), HOUR);
    between(
        mistakes,
        "liveroom.commit.interval",
        instance.commitInterval(),
        Duration.ofMillis(50),
        MINUTE);
    between(mistakes, "liveroom.processor.threads", instance.threads(), 1, MOST_THREADS);
    between(mistakes, "liveroom.processor.standbys", instance.standbys(), 0, MOST_STANDBYS);
    name(mistakes, "liveroom.processor.application-id", instance.applicationIdPrefix());
    name(mistakes, "liveroom.processor.id", instance.id());
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", mistakes));
    }
  }

  /** What metrics.md says, on one thread. */
  public static ProcessorSettings defaults(Path stateDir) {
    return new ProcessorSettings(
        FigureSettings.DEFAULTS,
        PromotionSettings.DEFAULTS,
        AlertRules.builtIn(),
        Duration.ofMinutes(15),
        Duration.ofMillis(500),
        InstanceSettings.alone("liveroom", stateDir));
  }

  /** Times of what is made of facts. */
  RoomTopology.Times figureTimes() {
    return new RoomTopology.Times(publishInterval, instance.commitInterval(), duplicatesWindow);
  }

  /** Times of alert: what it reads is without duplicates, and is published more seldom anyway. */
  RoomTopology.Times alertTimes() {
    return new RoomTopology.Times(publishInterval, publishInterval, Duration.ZERO);
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

  private static void name(List<String> mistakes, String key, String value) {
    if (!NAME.matcher(value).matches()) {
      mistakes.add(
          key + " must be 1 to 100 letters, digits, '.', '_' or '-', but is '" + value + "'");
    }
  }
}
