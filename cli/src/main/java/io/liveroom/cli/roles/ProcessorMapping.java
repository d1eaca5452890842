package io.liveroom.cli.roles;

import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.processor.ProcessorSettings;
import io.liveroom.processor.WindowSettings;
import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.promotion.PromotionSettings;
import java.util.Optional;

/** How settings become a processor's. */
public final class ProcessorMapping {

  private ProcessorMapping() {}

  /**
   * A processor's settings; throws {@link io.liveroom.cli.settings.SettingMistakes} with all that
   * is wrong.
   */
  public static ProcessorSettings of(Settings settings) {
    Attempts attempts = new Attempts();
    Optional<ProcessorSettings> mapped = attempts.attempt(() -> map(settings));
    Optional<AlertRules> alerts = attempts.attempt(() -> AlertRulesMapping.of(settings));
    attempts.finish();
    return mapped.orElseThrow().withAlerts(alerts.orElseThrow());
  }

  private static ProcessorSettings map(Settings settings) {
    return new ProcessorSettings(
        new WindowSettings(
            settings.get(ProcessorKeys.WINDOW_SIZE), settings.get(ProcessorKeys.WINDOW_GRACE)),
        settings.get(ProcessorKeys.MAX_GAP),
        settings.get(ProcessorKeys.TREND_SPAN),
        settings.get(ProcessorKeys.DUPLICATES_WINDOW),
        settings.get(ProcessorKeys.SESSION_GRACE),
        new PromotionSettings(
            settings.get(ProcessorKeys.PROMOTION_SETTLE), settings.get(ProcessorKeys.EXPLAIN_GAP)),
        settings.get(ProcessorKeys.PUBLISH_INTERVAL),
        settings.get(ProcessorKeys.COMMIT_INTERVAL),
        settings.get(ProcessorKeys.EXACT_DISTINCT),
        settings.get(ProcessorKeys.THREADS),
        settings.get(ProcessorKeys.STANDBYS),
        settings.path(CommonKeys.DATA_DIRECTORY).orElseThrow().resolve("state"),
        settings.get(ProcessorKeys.APPLICATION_ID));
  }
}
