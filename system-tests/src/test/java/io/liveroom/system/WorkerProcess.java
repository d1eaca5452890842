package io.liveroom.system;

import io.liveroom.schemas.Topics;
import io.liveroom.testkit.TestStack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A collector worker in a process of its own, started as a user would. */
final class WorkerProcess implements AutoCloseable {

  private static final int ORDERLY_END_SECONDS = 40;

  private final Process process;
  private final Path log;

  private WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static WorkerProcess start(
      String id, TestStack stack, Topics topics, int platformPort, Path directory, int number)
      throws IOException {
    Path log = directory.resolve(id + "-" + number + ".log");
    Path token = tokenFile(directory, id);
    if (!Files.exists(token)) {
      Files.writeString(token, Simulated.TOKEN);
    }
    Path key = Files.writeString(directory.resolve("key"), "a key of the system tests");
    String watchlist = topics.watchlist().name();
    Map<String, String> settings =
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
            Map.entry("liveroom.sharing.fence-after", "10s"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.liveroom.cli.Main", "collector"));
    settings.forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
    File output = log.toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    return new WorkerProcess(process, log);
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
