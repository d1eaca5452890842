package io.liveroom.cli;

import io.liveroom.cli.roles.AlertRulesMapping;
import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.processor.alert.AlertRules;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code alerts}: the rules of alerts. */
@Command(
    name = "alerts",
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows and checks the rules of alerts.")
final class AlertsCommand extends Group {

  static CommandLine commandLine(Shell shell) {
    return new CommandLine(new AlertsCommand()).addSubcommand("rules", new Rules(shell));
  }

  @Command(
      name = "rules",
      description = {
        "Shows the rules that hold, as a file that says the same.",
        "They are the built-in ones and what liveroom.alerts.file changes and adds. Everything that",
        "is wrong with that file is told at once, on standard error, with exit code 2."
      })
  private static final class Rules implements Callable<Integer> {

    private final Shell shell;

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "A file of rules to look at, in place of liveroom.alerts.file.")
    private @Nullable String file;

    Rules(Shell shell) {
      this.shell = shell;
    }

    @Override
    public Integer call() {
      Map<String, String> named = new HashMap<>();
      if (file != null) {
        named.put(ProcessorKeys.ALERTS_FILE.name(), file);
      }
      AlertRules rules = AlertRulesMapping.of(options.load(shell, named));
      shell.out().print(rules.text());
      shell.out().flush();
      return ExitCode.OK.number();
    }
  }
}
