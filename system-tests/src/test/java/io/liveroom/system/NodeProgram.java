package io.liveroom.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The example in TypeScript, as its README starts it. */
final class NodeProgram {

  private static final Path HOME = Path.of("..", "examples", "node");
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** npm writes it last of all. */
  private static final Path INSTALLED = HOME.resolve("node_modules/.package-lock.json");

  private NodeProgram() {}

  /** What is missing for it to run, in words. */
  static Optional<String> missing() {
    return Files.exists(INSTALLED)
        ? Optional.empty()
        : Optional.of("its packages are not there: npm ci --prefix examples/node");
  }

  /** Checks its types and compiles it. */
  static void build(Path log) {
    run(List.of("npm", "run", "--silent", "build"), Map.of(), log);
  }

  /** What one of its programs prints until it ends. */
  static List<String> lines(
      String program, List<String> arguments, Map<String, String> environment, Path log) {
    List<String> command = new ArrayList<>(List.of("node", "dist/" + program + ".js"));
    command.addAll(arguments);
    return run(command, environment, log);
  }

  private static List<String> run(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      boolean hasEnded = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      List<String> lines = Files.readAllLines(log, UTF_8);
      if (!hasEnded || process.exitValue() != 0) {
        throw new AssertionError(command + (hasEnded ? " failed: " : " did not end: ") + lines);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(command + " cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command, e);
    }
  }
}
