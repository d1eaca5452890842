package io.liveroom.system;

import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A collector worker in a process of its own, started as a user would. */
final class WorkerProcess implements AutoCloseable {

  private static final int ORDERLY_END_SECONDS = 80;

  private final Process process;
  private final Path log;

  private WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a worker; what is in its token file before stays. */
  static WorkerProcess start(
      String id, TestStack stack, Topics topics, int platformPort, Path directory, int number)
      throws IOException {
    return start(settings(id, stack, topics, platformPort, directory), directory, number);
  }

  /** Starts a worker with settings of its own. */
  static WorkerProcess start(Map<String, String> settings, Path directory, int number)
      throws IOException {
    Path log = directory.resolve(settings.get("liveroom.collector.id") + "-" + number + ".log");
    List<String> words = new ArrayList<>(List.of("collector"));
    settings.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
    return new WorkerProcess(command(words, log), log);
  }

  /** Runs a command as a user would; its output goes into a file. */
  static Process command(List<String> words, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.liveroom.cli.Main");
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** What a worker of these tests is told. */
  static Map<String, String> settings(
      String id, TestStack stack, Topics topics, int platformPort, Path directory)
      throws IOException {
    Path token = tokenFile(directory, id);
    if (!Files.exists(token)) {
      Files.writeString(token, Simulated.TOKEN);
    }
    Path key = Files.writeString(directory.resolve("key"), "a key of the system tests");
    String watchlist = topics.watchlist().name();
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("liveroom.collector.id", id),
            Map.entry(
                "liveroom.topics.prefix", watchlist.substring(0, watchlist.indexOf(".control"))),
            Map.entry("liveroom.kafka.bootstrap-servers", stack.bootstrapServers()),
            Map.entry("liveroom.registry.url", stack.registryUrl()),
            Map.entry("liveroom.platform.url", "http://127.0.0.1:" + platformPort),
            Map.entry("liveroom.platform.token-file", token.toString()),
            Map.entry("liveroom.privacy.key-file", key.toString()),
            Map.entry("liveroom.budget.requests-per-second", "500"),
            Map.entry("liveroom.poll.info.interval", "5s"),
            Map.entry("liveroom.poll.status.interval", "2s"),
            Map.entry("liveroom.sharing.session-timeout", "6s"),
            Map.entry("liveroom.sharing.fence-after", "10s")));
  }

  /** Where a worker reads its token; what is there before its start stays. */
  static Path tokenFile(Path directory, String id) {
    return directory.resolve(id + ".token");
  }

  /** As a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As an orchestrator would; waits for the end. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(ORDERLY_END_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("did not end in order: " + output());
    }
  }

  long pid() {
    return process.pid();
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
