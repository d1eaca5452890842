package io.liveroom.local;

import io.liveroom.cli.ExitCode;
import io.liveroom.cli.SettingsOptions;
import io.liveroom.cli.Shell;
import io.liveroom.cli.logging.Logs;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.ProcessorKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.local.Parts.Part;
import io.liveroom.local.table.Language;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code up}: the main job on one machine. */
@Command(
    name = "up",
    description = {
      "Runs everything on this machine and shows the rooms in a live table.",
      "Broker, registry, collector, processor, and the simulator when no platform is named,",
      "listen on 127.0.0.1 only. Ctrl-C ends it all."
    })
final class UpCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private SettingsOptions settingsOptions = new SettingsOptions();
  @Mixin private UpOptions options = new UpOptions();

  UpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settingsOptions.load(shell, options.settings());
    options.rooms();
    requirePorts(settings);
    Path root = settings.path(CommonKeys.DATA_DIRECTORY).orElseThrow();
    Parts parts = new Parts();
    CountDownLatch ended = new CountDownLatch(1);
    DataDirectory data = parts.add(Part.DATA, DataDirectory.take(root));
    Thread hook = new Thread(() -> new Ending(parts, shell, root).run(ended), "end");
    Runtime.getRuntime().addShutdownHook(hook);
    Logs.toFile(
        data.log(), settings.get(CommonKeys.LOG_FORMAT), settings.get(CommonKeys.LOG_LEVEL));
    try {
      new LocalRun(settingsOptions, options, shell, data, parts).run(settings, language());
      ended.await();
    } catch (RuntimeException | ExecutionException e) {
      if (!parts.isClosed()) {
        throw e;
      }
      ended.await(); // told to end while starting: what failed then failed for that reason
    } finally {
      parts.close();
    }
    return ExitCode.OK.number();
  }

  private void requirePorts(Settings settings) {
    FreePort.require(options.brokerPort(), "the broker", "--broker-port");
    FreePort.require(options.registryPort(), "the registry", "--registry-port");
    FreePort.require(
        Math.max(0, settings.get(CommonKeys.MANAGEMENT_PORT)),
        "health and metrics",
        "--set " + CommonKeys.MANAGEMENT_PORT.name());
    FreePort.require(
        Math.max(0, settings.get(ProcessorKeys.API_PORT)),
        "the live page",
        "--set " + ProcessorKeys.API_PORT.name());
    if (settings.find(CommonKeys.PLATFORM_URL).isEmpty()) {
      FreePort.require(settings.get(SimulatorKeys.PORT), "the simulator", "--simulator-port");
    }
  }

  private Language language() {
    return options
        .language()
        .orElseGet(
            () ->
                Language.of(
                    shell
                        .environment()
                        .getOrDefault("LC_ALL", shell.environment().getOrDefault("LANG", ""))));
  }
}
