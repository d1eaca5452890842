package io.liveroom.cli.roles;

import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.cli.settings.SettingMistakes;
import io.liveroom.cli.settings.Settings;
import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.alert.RuleMistakes;

/** How settings become the rules of alerts. */
public final class AlertRulesMapping {

  private AlertRulesMapping() {}

  /** The rules; throws {@link SettingMistakes} with all that is wrong with their file. */
  public static AlertRules of(Settings settings) {
    try {
      return settings
          .path(ProcessorKeys.ALERTS_FILE)
          .map(AlertRules::load)
          .orElseGet(AlertRules::builtIn);
    } catch (RuleMistakes e) {
      throw new SettingMistakes(e.mistakes());
    }
  }
}
