package io.liveroom.cli;

import io.liveroom.cli.logging.Logs;
import io.liveroom.cli.manage.Metrics;
import io.liveroom.cli.roles.ProcessorConditions;
import io.liveroom.cli.roles.ProcessorMapping;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorSettings;
import io.liveroom.processor.api.ApiSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code processor}: the derived topics, until it is told to end. */
@Command(
    name = "processor",
    description = "Runs the processor: figures and alerts from what was observed, API and page.")
final class ProcessorCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  ProcessorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = options.load(shell);
    ProcessorSettings mapped = ProcessorMapping.of(settings);
    Optional<ApiSettings> api = ProcessorMapping.api(settings);
    Connections connections = new Connections(settings);
    connections.requireTopics();
    Logs.toStandardError(settings.get(CommonKeys.LOG_FORMAT), settings.get(CommonKeys.LOG_LEVEL));
    Metrics metrics = new Metrics();
    metrics.measureDisk(mapped.instance().stateDir());
    Processor processor =
        new Processor(
            mapped,
            api,
            connections.topics(),
            connections.kafka(),
            connections.serdes(),
            metrics.registry());
    ProcessorConditions conditions =
        new ProcessorConditions(processor).measured(metrics.registry());
    RoleManagement management = RoleManagement.start(settings, conditions, metrics);
    management.announce(shell.err());
    QueryAddress.open(processor)
        .ifPresent(url -> shell.err().printf("live page and query API at %s%n", url));
    processor.start();
    return Stay.with(processor, management, metrics);
  }
}
