package io.liveroom.benchmarks.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.liveroom.cli.Liveroom;
import io.liveroom.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The `liveroom` command, run to its end as a person would. */
final class CommandRun {

  private CommandRun() {}

  /** What it printed; fails where it failed. */
  static String of(Path folder, String... arguments) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(printed, true, UTF_8)) {
      Shell shell =
          new Shell(
              Map.of(), folder, InputStream.nullInputStream(), stream, stream, Clock.systemUTC());
      int code = Liveroom.commandLine(shell, Map.of()).execute(arguments);
      if (code != 0) {
        throw new IllegalStateException(
            "liveroom " + String.join(" ", arguments) + ": " + printed.toString(UTF_8));
      }
    }
    return printed.toString(UTF_8);
  }
}
