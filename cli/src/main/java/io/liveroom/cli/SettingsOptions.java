package io.liveroom.cli;

import io.liveroom.cli.settings.SettingSources;
import io.liveroom.cli.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command has: where its settings come from. */
public final class SettingsOptions {

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting, such as liveroom.topics.partitions=24; repeatable.")
  private final Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file; liveroom.properties of this folder if not named.")
  private @Nullable Path file;

  /** The effective settings of a command without options of its own for them. */
  public Settings load(Shell shell) {
    return load(shell, Map.of());
  }

  /**
   * The effective settings.
   *
   * @param options what the command's own options say; stronger than {@code --set}
   */
  public Settings load(Shell shell, Map<String, String> options) {
    return Settings.load(
        new SettingSources(
            options,
            set,
            shell.environment(),
            Optional.ofNullable(file).map(shell.directory()::resolve),
            shell.directory()));
  }
}
