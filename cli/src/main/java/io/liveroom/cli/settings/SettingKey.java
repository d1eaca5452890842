package io.liveroom.cli.settings;

import java.util.Locale;

/**
 * One setting.
 *
 * @param name the key, such as {@code liveroom.poll.info.interval}
 * @param type what its value may be
 * @param defaultText the value where nobody names one; empty = none
 * @param meaning one line for people
 */
public record SettingKey<T>(String name, SettingType<T> type, String defaultText, String meaning) {

  /** A setting that has no value unless somebody names one. */
  static <T> SettingKey<T> optional(String name, SettingType<T> type, String meaning) {
    return new SettingKey<>(name, type, "", meaning);
  }

  /** The same setting as an environment variable, such as LIVEROOM_POLL_INFO_INTERVAL. */
  public String environmentName() {
    return environmentName(name);
  }

  static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
