package io.liveroom.cli;

import io.liveroom.cli.logging.Logs;
import io.liveroom.cli.roles.SimulatorMapping;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code simulator}: the stand-in platform, until it is told to end. */
@Command(
    name = "simulator",
    description = "Runs the stand-in platform: invented rooms, the service's own endpoints.")
final class SimulatorCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  SimulatorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = options.load(shell);
    SimulatorSettings mapped = SimulatorMapping.of(settings, shell.clock().instant());
    Logs.toStandardError(settings.get(CommonKeys.LOG_FORMAT), settings.get(CommonKeys.LOG_LEVEL));
    Simulator simulator = new Simulator(mapped, shell.clock());
    simulator.start();
    shell
        .err()
        .printf(
            "simulated platform at http://%s:%d, token %s%n",
            settings.get(SimulatorKeys.HOST), simulator.port(), mapped.token());
    return Stay.with(simulator);
  }
}
