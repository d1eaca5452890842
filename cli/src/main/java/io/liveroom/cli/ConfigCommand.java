package io.liveroom.cli;

import io.liveroom.cli.settings.Setting;
import io.liveroom.cli.settings.Settings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config}: the effective settings, each with its origin. */
@Command(
    name = "config",
    description = "Shows the effective settings and where each comes from; secrets are masked.")
final class ConfigCommand implements Runnable {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  ConfigCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Settings settings = options.load(shell);
    List<Setting> rows = settings.effective();
    int name = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int text = rows.stream().mapToInt(row -> row.text().length()).max().orElse(0);
    String form = "%-" + name + "s = %-" + Math.max(1, text) + "s  # %s%n";
    rows.forEach(
        row -> shell.out().printf(Locale.ROOT, form, row.name(), row.text(), row.origin()));
  }
}
