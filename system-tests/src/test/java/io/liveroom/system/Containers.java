package io.liveroom.system;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import io.liveroom.testkit.Backing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.AppInfoParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/**
 * Broker and registry in containers, where a Docker engine answers and has, or gets, the images.
 */
final class Containers implements Backing {

  private static final Logger LOG = LoggerFactory.getLogger(Containers.class);
  private static final String BROKER = "apache/kafka:" + AppInfoParser.getVersion();
  private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
  private static final int REGISTRY_PORT = 8080;
  private static final int MANAGEMENT_PORT = 9000;
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration PULL_LIMIT = Duration.ofMinutes(5);

  private final KafkaContainer broker;
  private final GenericContainer<?> registry;

  private Containers(KafkaContainer broker, GenericContainer<?> registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /** Found by the test kit. */
  public static final class Provider implements Backing.Provider {

    /** {@code processes} keeps the containers out, {@code containers} will have nothing else. */
    private static final String CHOICE = System.getProperty("liveroom.test.stack", "any");

    @Override
    public Optional<Backing> start() {
      Optional<String> obstacle =
          CHOICE.equals("processes") ? Optional.of("liveroom.test.stack says so") : obstacle();
      if (obstacle.isPresent() && CHOICE.equals("containers")) {
        throw new IllegalStateException("no containers: " + obstacle.get());
      }
      obstacle.ifPresent(reason -> LOG.info("no containers: {}", reason));
      return obstacle.isPresent() ? Optional.empty() : Optional.of(Containers.start());
    }
  }

  private static Optional<String> obstacle() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.of("no Docker engine answers");
    }
    return List.of(BROKER, REGISTRY).stream()
        .map(Containers::missing)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Why an image is not to be had; asked of the engine, as Testcontainers tries for minutes. */
  private static Optional<String> missing(String image) {
    DockerClient engine = DockerClientFactory.lazyClient();
    if (engine.listImagesCmd().withReferenceFilter(image).exec().isEmpty()) {
      try {
        boolean isThere =
            engine
                .pullImageCmd(image)
                .start()
                .awaitCompletion(PULL_LIMIT.toSeconds(), TimeUnit.SECONDS);
        return isThere ? Optional.empty() : Optional.of(image + " took too long to pull");
      } catch (DockerException refused) {
        return Optional.of(image + " can't be pulled: " + refused.getMessage());
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return Optional.of("interrupted while pulling " + image);
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("resource") // they live as long as the tests do
  private static Containers start() {
    KafkaContainer broker =
        new KafkaContainer(BROKER)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3")
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "3")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withCreateContainerCmdModifier(Containers::bindToLoopback)
            .withStartupTimeout(START_LIMIT);
    GenericContainer<?> registry =
        new GenericContainer<>(REGISTRY)
            .withEnv("QUARKUS_HTTP_HOST", "0.0.0.0")
            .withEnv("QUARKUS_MANAGEMENT_HOST", "0.0.0.0")
            .withExposedPorts(REGISTRY_PORT, MANAGEMENT_PORT)
            .withCreateContainerCmdModifier(Containers::bindToLoopback)
            .waitingFor(Wait.forHttp("/health/ready").forPort(MANAGEMENT_PORT))
            .withStartupTimeout(START_LIMIT);
    Startables.deepStart(broker, registry).join();
    return new Containers(broker, registry);
  }

  /** Testcontainers would let the whole network in. */
  private static void bindToLoopback(CreateContainerCmd command) {
    Ports bindings = new Ports();
    for (ExposedPort port : requireNonNull(command.getExposedPorts())) {
      bindings.bind(port, Ports.Binding.bindIp("127.0.0.1"));
    }
    requireNonNull(command.getHostConfig()).withPortBindings(bindings);
  }

  @Override
  public String description() {
    return "containers of " + BROKER + " and " + REGISTRY;
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public String registryUrl() {
    return "http://"
        + registry.getHost()
        + ':'
        + registry.getMappedPort(REGISTRY_PORT)
        + "/apis/ccompat/v7";
  }

  @Override
  public void close() {
    broker.stop();
    registry.stop();
  }
}
