package io.liveroom.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds a command: its variables, folder, streams and clock.
 *
 * @param directory relative paths start here
 * @param out results only
 * @param err everything else that a person should see
 */
public record Shell(
    Map<String, String> environment,
    Path directory,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock) {

  /** The real one. Text is UTF-8 whatever the locale says: titles are Chinese. */
  public static Shell system() {
    return new Shell(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        new FileInputStream(FileDescriptor.in),
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        Clock.systemUTC());
  }
}
