package io.liveroom.operations;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus' own tool: the one on the path, else that of Debian's package, kept for next time. */
final class Promtool {

  private static final String REQUIRED = "PROMTOOL_TESTS"; // required = fail where there is none

  private final Path tool;

  private Promtool(Path tool) {
    this.tool = tool;
  }

  /** What a program said, and how it ended. */
  record Result(int code, String said) {}

  /** Finds or fetches it; where neither works the test is skipped, and says so. */
  static Promtool get() throws IOException, InterruptedException {
    Optional<Path> found = onPath();
    if (found.isEmpty()) {
      found = fetched();
    }
    if (found.isEmpty()) {
      goWithout();
    }
    return new Promtool(found.orElseThrow());
  }

  Result run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(words));
    return run(command);
  }

  private static Optional<Path> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> fetched() throws IOException, InterruptedException {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "liveroom", "promtool");
    Result result = run(List.of("bash", "fetch-promtool", cache.toString()));
    Path tool = cache.resolve("usr/bin/promtool");
    System.out.println(result.said());
    return result.code() == 0 && Files.isExecutable(tool) ? Optional.of(tool) : Optional.empty();
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }

  private static void goWithout() {
    String sentence = "THE ALERT RULES ARE NOT TESTED HERE: there is no promtool, nor apt-get";
    if ("required".equals(System.getenv(REQUIRED))) {
      throw new AssertionError(sentence);
    }
    System.err.println("\n*** " + sentence + "\n");
    abort(sentence);
  }
}
