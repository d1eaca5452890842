package io.liveroom.local;

import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Says where everything is. */
final class Announcement {

  private final Settings settings;
  private final DataDirectory data;
  private final boolean isSimulated;
  private final Optional<String> management;
  private final Optional<String> page;

  /**
   * @param management where health and metrics are; empty where they are off
   * @param page where the live page and the query API are; empty where they are off
   */
  Announcement(
      Settings settings,
      DataDirectory data,
      boolean isSimulated,
      Optional<String> management,
      Optional<String> page) {
    this.page = page;
    this.settings = settings;
    this.data = data;
    this.isSimulated = isSimulated;
    this.management = management;
  }

  List<String> lines() {
    return List.of(
        "",
        "  page       "
            + page.map(url -> url + "  (query API: " + url + "/api/rooms)").orElse("off"),
        "  broker     " + settings.get(CommonKeys.BOOTSTRAP_SERVERS),
        "  registry   " + settings.get(CommonKeys.REGISTRY_URL),
        "  platform   "
            + settings.get(CommonKeys.PLATFORM_URL)
            + (isSimulated ? "  (the simulator)" : ""),
        "  health     " + management.map(url -> url + "/readyz, /livez, /metrics").orElse("off"),
        "  data       " + data.root(),
        "  log        " + data.log(),
        "  read       ./liveroom tail session --from-beginning" + elsewhere(),
        "");
  }

  /** The line below the table. */
  String footer() {
    return "%sbroker %s · data %s · ./liveroom tail session · Ctrl-C ends"
        .formatted(
            page.map(url -> url + " · ").orElse(""),
            settings.get(CommonKeys.BOOTSTRAP_SERVERS),
            data.root());
  }

  /** What {@code tail} must be told where the ports are not the usual ones. */
  private String elsewhere() {
    return option(
            CommonKeys.BOOTSTRAP_SERVERS.name(),
            settings.get(CommonKeys.BOOTSTRAP_SERVERS),
            CommonKeys.BOOTSTRAP_SERVERS.defaultText())
        + option(
            CommonKeys.REGISTRY_URL.name(),
            settings.get(CommonKeys.REGISTRY_URL),
            CommonKeys.REGISTRY_URL.defaultText());
  }

  private static String option(String key, String value, String usual) {
    return value.equals(usual) ? "" : " --set " + key + "=" + value;
  }
}
