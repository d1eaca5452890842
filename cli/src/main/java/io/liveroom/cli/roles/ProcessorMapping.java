package io.liveroom.cli.roles;

import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.HostName;
import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.collector.Secret;
import io.liveroom.processor.ProcessorSettings;
import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.api.ApiSettings;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.processor.runtime.InstanceSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How settings become a processor's. */
public final class ProcessorMapping {

  private static final Set<String> EVERY_INTERFACE = Set.of("0.0.0.0", "::");

  private ProcessorMapping() {}

  /**
   * A processor's settings; throws {@link io.liveroom.cli.settings.SettingMistakes} with all that
   * is wrong.
   */
  public static ProcessorSettings of(Settings settings) {
    Attempts attempts = new Attempts();
    Optional<AlertRules> alerts = attempts.attempt(() -> AlertRulesMapping.of(settings));
    Optional<ProcessorSettings> mapped =
        attempts.attempt(() -> map(settings, alerts.orElseGet(AlertRules::builtIn)));
    attempts.attempt(() -> asked(settings)); // so that what is wrong there is told too
    attempts.finish();
    return mapped.orElseThrow();
  }

  /** Settings of its query API; empty where it is off. */
  public static Optional<ApiSettings> api(Settings settings) {
    Attempts attempts = new Attempts();
    Optional<Optional<ApiSettings>> mapped = attempts.attempt(() -> asked(settings));
    attempts.finish();
    return mapped.orElseThrow();
  }

  private static Optional<ApiSettings> asked(Settings settings) {
    return settings.get(ProcessorKeys.API_PORT) < 0
        ? Optional.empty()
        : Optional.of(map(settings, settings.get(ProcessorKeys.API_PORT)));
  }

  private static ApiSettings map(Settings settings, int port) {
    return new ApiSettings(
        settings.get(ProcessorKeys.API_HOST),
        port,
        settings.find(ProcessorKeys.API_ADVERTISED).or(() -> named(settings, port)),
        settings.get(ProcessorKeys.API_KEEP),
        settings
            .find(ProcessorKeys.API_CORS_ORIGINS)
            .map(text -> Stream.of(text.split(",")).map(String::strip).toList())
            .orElse(List.of()),
        token(settings).map(secret -> secret::reveal));
  }

  /** Every interface is no address: others reach this machine by its name. */
  private static Optional<String> named(Settings settings, int port) {
    boolean isEverywhere = EVERY_INTERFACE.contains(settings.get(ProcessorKeys.API_HOST));
    return isEverywhere && port > 0
        ? Optional.of(HostName.word("127.0.0.1") + ":" + port)
        : Optional.empty();
  }

  private static Optional<Secret> token(Settings settings) {
    return settings
        .find(ProcessorKeys.API_TOKEN)
        .map(Secret::ofValue)
        .or(() -> settings.path(ProcessorKeys.API_TOKEN_FILE).map(Secret::ofFile));
  }

  private static ProcessorSettings map(Settings settings, AlertRules alerts) {
    return new ProcessorSettings(
        new FigureSettings(
            settings.get(ProcessorKeys.WINDOW_SIZE),
            settings.get(ProcessorKeys.WINDOW_GRACE),
            settings.get(ProcessorKeys.MAX_GAP),
            settings.get(ProcessorKeys.TREND_SPAN),
            settings.get(ProcessorKeys.SESSION_GRACE),
            settings.get(ProcessorKeys.EXACT_DISTINCT)),
        new PromotionSettings(
            settings.get(ProcessorKeys.PROMOTION_SETTLE), settings.get(ProcessorKeys.EXPLAIN_GAP)),
        alerts,
        settings.get(ProcessorKeys.DUPLICATES_WINDOW),
        settings.get(ProcessorKeys.PUBLISH_INTERVAL),
        new InstanceSettings(
            settings.get(ProcessorKeys.APPLICATION_ID),
            settings.get(ProcessorKeys.ID),
            settings.get(ProcessorKeys.THREADS),
            settings.get(ProcessorKeys.STANDBYS),
            settings.get(ProcessorKeys.COMMIT_INTERVAL),
            settings.path(CommonKeys.DATA_DIRECTORY).orElseThrow().resolve("state")));
  }
}
