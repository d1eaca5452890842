package io.liveroom.cli;

import io.liveroom.cli.logging.Logs;
import io.liveroom.cli.manage.Metrics;
import io.liveroom.cli.roles.CollectorConditions;
import io.liveroom.cli.roles.CollectorMapping;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.collector.Collector;
import io.liveroom.collector.CollectorSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code collector}: one worker, until it is told to end. */
@Command(
    name = "collector",
    description = {
      "Runs one collector worker: it takes its share of the watchlist to Kafka.",
      "Needs the platform's URL, a token, and a privacy key where users are pseudonyms."
    })
final class CollectorCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  CollectorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = options.load(shell, platform.settings());
    CollectorSettings mapped = CollectorMapping.of(settings);
    Connections connections = new Connections(settings);
    connections.requireTopics();
    Logs.toStandardError(settings.get(CommonKeys.LOG_FORMAT), settings.get(CommonKeys.LOG_LEVEL));
    Metrics metrics = new Metrics();
    Collector collector =
        new Collector(
            mapped,
            connections.topics(),
            connections.kafka(),
            connections.serdes(),
            shell.clock(),
            metrics.registry());
    CollectorConditions conditions =
        new CollectorConditions(collector).measured(metrics.registry());
    RoleManagement management = RoleManagement.start(settings, conditions, metrics);
    management.announce(shell.err());
    collector.start();
    return Stay.with(collector, management, metrics);
  }
}
