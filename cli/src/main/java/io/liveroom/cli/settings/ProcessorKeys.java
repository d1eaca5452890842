package io.liveroom.cli.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of the processor; the window of duplicates is the collector's too. */
public final class ProcessorKeys {

  public static final SettingKey<Duration> WINDOW_SIZE =
      duration("liveroom.window.size", "1m", "length of a window of room-minute");

  public static final SettingKey<Duration> WINDOW_GRACE =
      grace("liveroom.window.grace", "how long a window waits for late events");

  public static final SettingKey<Duration> DUPLICATES_WINDOW =
      duration(
          "liveroom.duplicates.window",
          "15m",
          "an event seen again within this time is the same event");

  public static final SettingKey<Duration> MAX_GAP =
      duration(
          "liveroom.online.max-gap",
          "90s",
          "online samples further apart than this leave a gap between them");

  public static final SettingKey<Duration> TREND_SPAN =
      duration("liveroom.trend.span", "5m", "samples that the online trend looks at");

  public static final SettingKey<Duration> SESSION_GRACE =
      grace("liveroom.session.grace", "time from a confirmed end to the session's final");

  public static final SettingKey<Duration> PROMOTION_SETTLE =
      new SettingKey<>(
          "liveroom.promotion.settle",
          SettingType.DURATION_OR_NONE,
          "10s",
          "how long a list of goods waits for an older one that comes later");

  public static final SettingKey<Duration> EXPLAIN_GAP =
      new SettingKey<>(
          "liveroom.promotion.explain-gap",
          SettingType.DURATION_OR_NONE,
          "2m",
          "a shorter interruption does not end a product's explanation");

  public static final SettingKey<Duration> PUBLISH_INTERVAL =
      duration(
          "liveroom.publish.interval",
          "500ms",
          "time between two publications of a changed figure, which others see at once");

  public static final SettingKey<Duration> COMMIT_INTERVAL =
      duration(
          "liveroom.commit.interval",
          "5s",
          "longest transaction: how seldom others see figures while the processor catches up");

  public static final SettingKey<Integer> EXACT_DISTINCT =
      new SettingKey<>(
          "liveroom.distinct.exact",
          SettingType.COUNT_OR_NONE,
          "4096",
          "distinct users counted exactly; above, a sketch estimates");

  public static final SettingKey<Integer> THREADS =
      new SettingKey<>(
          "liveroom.processor.threads",
          SettingType.COUNT,
          "1",
          "threads for each application: figures, alert, view");

  public static final SettingKey<Integer> STANDBYS =
      new SettingKey<>(
          "liveroom.processor.standbys",
          SettingType.COUNT_OR_NONE,
          "0",
          "warm copies of the state on other instances; 1 recommended in production");

  public static final SettingKey<String> APPLICATION_ID =
      new SettingKey<>(
          "liveroom.processor.application-id",
          SettingType.TEXT,
          "liveroom",
          "first part of the Streams application ids; another one starts from nothing");

  public static final SettingKey<String> ID =
      new SettingKey<>(
          "liveroom.processor.id",
          SettingType.TEXT,
          HostName.word("processor-1"),
          "name of this instance; several on one machine need one each, the same after a restart");

  public static final SettingKey<Path> ALERTS_FILE =
      SettingKey.optional(
          "liveroom.alerts.file",
          SettingType.FILE,
          "YAML file that changes and adds rules of alerts; './liveroom alerts rules' shows them");

  public static final SettingKey<String> API_HOST =
      new SettingKey<>(
          "liveroom.api.host",
          SettingType.TEXT,
          "127.0.0.1",
          "address of the query API and the live page; 0.0.0.0 for every interface");

  public static final SettingKey<Integer> API_PORT =
      new SettingKey<>(
          "liveroom.api.port",
          SettingType.PORT_OR_OFF,
          "8080",
          "port of the query API and the live page; 0 = any free one, told at the start; off = none");

  public static final SettingKey<String> API_ADVERTISED =
      SettingKey.optional(
          "liveroom.api.advertised",
          SettingType.TEXT,
          "host:port where the other processors reach this one's query API; this machine's name"
              + " and the port where it listens on every interface");

  public static final SettingKey<Duration> API_KEEP =
      duration(
          "liveroom.api.keep",
          "1d",
          "how long the query API keeps minutes, gaps, goods and alerts");

  public static final SettingKey<String> API_TOKEN =
      SettingKey.optional(
          "liveroom.api.token",
          SettingType.SECRET,
          "what a request must bring as Authorization: Bearer; nothing unless set");

  public static final SettingKey<Path> API_TOKEN_FILE =
      SettingKey.optional(
          "liveroom.api.token-file",
          SettingType.FILE,
          "file that holds the query API's token; read again when it changes");

  public static final SettingKey<String> API_CORS_ORIGINS =
      SettingKey.optional(
          "liveroom.api.cors-origins",
          SettingType.TEXT,
          "origins whose pages may ask the query API, with commas; none unless set");

  private ProcessorKeys() {}

  static List<SettingKey<?>> all() {
    return List.of(
        WINDOW_SIZE,
        WINDOW_GRACE,
        DUPLICATES_WINDOW,
        MAX_GAP,
        TREND_SPAN,
        SESSION_GRACE,
        PROMOTION_SETTLE,
        EXPLAIN_GAP,
        PUBLISH_INTERVAL,
        COMMIT_INTERVAL,
        EXACT_DISTINCT,
        THREADS,
        STANDBYS,
        APPLICATION_ID,
        ID,
        ALERTS_FILE,
        API_HOST,
        API_PORT,
        API_ADVERTISED,
        API_KEEP,
        API_TOKEN,
        API_TOKEN_FILE,
        API_CORS_ORIGINS);
  }

  private static SettingKey<Duration> duration(String name, String text, String meaning) {
    return new SettingKey<>(name, SettingType.DURATION_TYPE, text, meaning);
  }

  private static SettingKey<Duration> grace(String name, String meaning) {
    return new SettingKey<>(name, SettingType.DURATION_OR_NONE, "2m", meaning);
  }
}
