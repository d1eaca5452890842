package io.liveroom.cli;

import static org.awaitility.Awaitility.await;

import io.liveroom.cli.settings.SettingSources;
import io.liveroom.cli.settings.Settings;
import io.liveroom.testkit.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and registry, and none. */
class ReachTest {

  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final String NOBODY = "127.0.0.1:1";

  private final TestStack stack = TestStack.shared();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Path directory;
  private @Nullable Reach reach;

  ReachTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void end() {
    if (reach != null) {
      reach.close();
    }
  }

  @Test
  void reachable_onlyTheRegistryIsAway_isTold() {
    reach = reach(stack.bootstrapServers(), "http://" + NOBODY);
    awaits("registry", 0);
    awaits("broker", 1);
  }

  @Test
  void reachable_onlyTheBrokerIsAway_isTold() {
    reach = reach(NOBODY, stack.registryUrl());
    awaits("broker", 0);
    awaits("registry", 1);
  }

  private Reach reach(String broker, String registry) {
    Map<String, String> named =
        Map.of("liveroom.kafka.bootstrap-servers", broker, "liveroom.registry.url", registry);
    Settings settings =
        Settings.load(new SettingSources(named, Map.of(), Map.of(), Optional.empty(), directory));
    return Reach.start(new Connections(settings), meters);
  }

  private void awaits(String what, double value) {
    await()
        .atMost(LIMIT)
        .until(() -> meters.get("liveroom.reachable").tag("what", what).gauge().value() == value);
  }
}
