package io.liveroom.local;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.liveroom.broker.LocalBroker;
import io.liveroom.broker.LocalRegistry;
import io.liveroom.cli.Connections;
import io.liveroom.cli.ExitCode;
import io.liveroom.cli.UserMistake;
import io.liveroom.cli.schemas.SchemaRegistration;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.topics.TopicAdmin;
import io.liveroom.cli.topics.TopicStep;
import io.liveroom.local.Parts.Part;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Broker and registry, started together, with the catalogue's topics and schemas in them. */
final class LocalStack {

  private final DataDirectory data;
  private final Settings settings;
  private final Parts parts;

  /**
   * @param settings topics and their partitions
   * @param parts takes what is started here
   */
  LocalStack(DataDirectory data, Settings settings, Parts parts) {
    this.data = data;
    this.settings = settings;
    this.parts = parts;
  }

  /** Where the two can be reached, as settings; returns when they can. */
  Map<String, String> start(int brokerPort, int registryPort) {
    CompletableFuture<LocalRegistry> registry =
        CompletableFuture.supplyAsync(() -> registry(registryPort));
    LocalBroker broker = broker(brokerPort);
    try {
      return Map.of(
          CommonKeys.BOOTSTRAP_SERVERS.name(), broker.bootstrapServers(),
          CommonKeys.REGISTRY_URL.name(), registry.join().url());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private LocalBroker broker(int port) {
    LocalBroker broker = parts.add(Part.BROKER, LocalBroker.start(data.broker(), port));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      TopicAdmin topics =
          new TopicAdmin(
              admin,
              topics(),
              settings.get(CommonKeys.PARTITIONS),
              settings.get(CommonKeys.REPLICATION));
      List<TopicStep> steps = topics.compare();
      requireSamePartitions(steps);
      topics.apply(steps);
      return broker;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take the topics", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making topics", e);
    }
  }

  private LocalRegistry registry(int port) {
    LocalRegistry registry = parts.add(Part.REGISTRY, LocalRegistry.start(data.registry(), port));
    try {
      new SchemaRegistration(Connections.registry(registry.url(), Map.of()), topics()).register();
      return registry;
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("the registry did not take the schemas", e);
    }
  }

  private Topics topics() {
    return new Topics(settings.get(CommonKeys.TOPIC_PREFIX));
  }

  private static void requireSamePartitions(List<TopicStep> steps) {
    steps.stream()
        .filter(TopicStep.Conflict.class::isInstance)
        .findFirst()
        .ifPresent(
            step -> {
              throw new UserMistake(ExitCode.USAGE, step.line().substring(2));
            });
  }
}
