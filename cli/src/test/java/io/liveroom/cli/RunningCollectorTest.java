package io.liveroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.collector.Collector;
import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.Secret;
import io.liveroom.schemas.Topics;
import io.liveroom.simulator.Simulator;
import io.liveroom.simulator.SimulatorSettings;
import io.liveroom.testkit.TestStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the watchlist while a collector works on it. */
class RunningCollectorTest {

  private static final TestStack STACK = TestStack.shared();
  private static final int PARTITIONS = 3;

  private final Topics topics = STACK.freshTopics(PARTITIONS);
  private final Path directory;

  RunningCollectorTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void rooms_changedWhileCollectorRuns_areTakenUpAndShown() {
    try (Simulator simulator = simulator();
        Collector collector = collector(simulator)) {
      collector.start();
      List<String> rooms = simulator.roomIds().subList(0, 3);
      run("rooms", "add", rooms.get(0), rooms.get(1));
      input(rooms.get(2) + ",brand:a,5\nwrong\n", "rooms", "import");
      await(() -> collector.health().rooms() == 3, "the collector takes up three rooms");
      await(
          () ->
              run("rooms", "list").lines().stream()
                      .filter(line -> line.matches("\\d+ +\\? .* worker-a.*"))
                      .count()
                  == 3,
          "every room has a holder and, without a processor, an unknown state");
      await(
          () ->
              run("rooms", "workers").lines().stream()
                  .anyMatch(line -> line.matches("worker-a +3 +\\d +3 +\\d +7 +100% +\\+0% .*")),
          "the worker's line");
      run("rooms", "remove", rooms.get(0));
      await(() -> collector.health().rooms() == 2, "the collector lets go of one");
      assertThat(run("rooms", "list", "--json").out())
          .doesNotContain(rooms.get(0))
          .contains("\"holder\":\"worker-a\"");
    }
  }

  private static Simulator simulator() {
    Simulator simulator =
        new Simulator(SimulatorSettings.defaults(Instant.now()), Clock.systemUTC());
    simulator.start();
    return simulator;
  }

  private Collector collector(Simulator simulator) {
    CollectorSettings settings =
        CollectorSettings.defaults(
            "worker-a",
            URI.create("http://127.0.0.1:" + simulator.port()),
            Secret.ofValue("simulated-token"),
            Secret.ofValue("0123456789abcdef"));
    return new Collector(
        settings,
        topics,
        STACK.clientProperties(),
        STACK.serdes(),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private static void await(Callable<Boolean> condition, String what) {
    Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(condition);
  }

  private CommandRun run(String... words) {
    return input("", words);
  }

  private CommandRun input(String input, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    String prefix = topics.chat().name().replace(".observed.chat.v1", "");
    all.add("--set=liveroom.topics.prefix=" + prefix);
    all.add("--set=liveroom.topics.partitions=" + PARTITIONS);
    all.add("--set=liveroom.kafka.bootstrap-servers=" + STACK.bootstrapServers());
    all.add("--set=liveroom.registry.url=" + STACK.registryUrl());
    return CommandRun.of(directory, input, all);
  }
}
