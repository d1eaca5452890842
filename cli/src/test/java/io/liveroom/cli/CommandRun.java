package io.liveroom.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What came of one command line. */
record CommandRun(int code, String out, String err) {

  /** Runs the command as a person would type it, in an empty environment. */
  static CommandRun of(Path directory, String input, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            Map.of(),
            directory,
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Clock.systemUTC());
    int code = Liveroom.commandLine(shell, Map.of()).execute(words.toArray(String[]::new));
    return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  static CommandRun of(Path directory, String... words) {
    return of(directory, "", List.of(words));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
