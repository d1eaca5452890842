package io.liveroom.cli.doctor;

import io.liveroom.cli.settings.CollectorKeys;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.cli.settings.Setting;
import io.liveroom.cli.settings.SettingKey;
import io.liveroom.cli.settings.SettingMistakes;
import io.liveroom.cli.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the settings would let the roles start, and whether they keep their secrets. */
public final class ConfigurationCheck implements Check {

  private final Settings settings;
  private final Runnable collector;
  private final Runnable processor;

  /**
   * @param collector makes a collector's settings; throws {@link SettingMistakes}
   * @param processor makes a processor's
   */
  public ConfigurationCheck(Settings settings, Runnable collector, Runnable processor) {
    this.settings = settings;
    this.collector = collector;
    this.processor = processor;
  }

  @Override
  public Area area() {
    return Area.CONFIGURATION;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(mistakes("processor", processor));
    if (settings.find(CommonKeys.PLATFORM_URL).isPresent()) {
      findings.addAll(mistakes("collector", collector));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(Area.CONFIGURATION, named() + " settings named, the rest default"));
    }
    file("the token", CommonKeys.PLATFORM_TOKEN_FILE, Area.TOKEN).ifPresent(findings::add);
    file("the key of pseudonyms", CollectorKeys.PRIVACY_KEY_FILE, Area.CONFIGURATION)
        .ifPresent(findings::add);
    file("the query API's token", ProcessorKeys.API_TOKEN_FILE, Area.CONFIGURATION)
        .ifPresent(findings::add);
    findings.addAll(typed());
    return findings;
  }

  private static List<Finding> mistakes(String role, Runnable mapping) {
    try {
      mapping.run();
      return List.of();
    } catch (SettingMistakes e) {
      return e.mistakes().stream()
          .map(
              words ->
                  Finding.wrong(
                      Area.CONFIGURATION,
                      role + ": " + words,
                      "./liveroom config shows what holds and where it comes from"))
          .toList();
    }
  }

  private Optional<Finding> file(String what, SettingKey<Path> key, Area area) {
    return settings.path(key).flatMap(path -> SecretFile.exposure(area, what, path));
  }

  /** Secrets on the command line, which everybody on the machine can read. */
  private List<Finding> typed() {
    return settings.effective().stream()
        .filter(setting -> setting.text().equals("***") && setting.origin().equals("--set"))
        .map(
            setting ->
                Finding.warning(
                    Area.CONFIGURATION,
                    setting.name() + " was given by --set: the list of processes shows it",
                    "put it into a file and name that with " + setting.name() + "-file"))
        .toList();
  }

  private long named() {
    return settings.effective().stream()
        .map(Setting::origin)
        .filter(origin -> !origin.equals("default"))
        .count();
  }
}
