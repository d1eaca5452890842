package io.liveroom.cli;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether broker and registry can be reached from this process, among its figures. A role that
 * works has both in its cache, so it may notice an outage long after it began. It has a thread of
 * its own, as asking may take as long as a time limit.
 */
final class Reach implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Set<Integer> CLOSED_DOORS = Set.of(401, 403);
  private static final int SERVER_ERROR = 500;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread asking = new Thread(task, "reach");
            asking.setDaemon(true);
            return asking;
          });

  /** What was found last; 1 before the first time, as a role does not start without both. */
  private static final class Found {
    private volatile int last = 1;
  }

  private Reach() {}

  static Reach start(Connections connections, MeterRegistry meters) {
    Reach reach = new Reach();
    SchemaRegistryClient registry = connections.registry();
    reach.watch("broker", connections::brokerListens, meters);
    reach.watch("registry", () -> answers(registry), meters);
    return reach;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void watch(String what, BooleanSupplier isThere, MeterRegistry meters) {
    Found found = new Found();
    Gauge.builder("liveroom.reachable", found, is -> is.last)
        .description("1 where it answered when it was last asked, at most 15 s ago if it is quick")
        .tag("what", what)
        .strongReference(true)
        .register(meters);
    thread.scheduleWithFixedDelay(
        () -> found.last = isThere.getAsBoolean() ? 1 : 0,
        0,
        EVERY.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static boolean answers(SchemaRegistryClient registry) {
    try {
      registry.getCompatibility(null);
      return true;
    } catch (RestClientException answer) {
      return answer.getStatus() < SERVER_ERROR && !CLOSED_DOORS.contains(answer.getStatus());
    } catch (IOException | RuntimeException away) {
      return false;
    }
  }
}
