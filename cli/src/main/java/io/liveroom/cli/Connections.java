package io.liveroom.cli;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.SettingCatalogue;
import io.liveroom.cli.settings.Settings;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** What the settings say about broker, registry and topics, ready to use. */
public final class Connections {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);
  private static final int OPERATOR_TIMEOUT_MILLISECONDS = 15_000;
  private static final int CACHED_SCHEMAS = 100;

  private final Settings settings;

  public Connections(Settings settings) {
    this.settings = settings;
  }

  /** Properties for any Kafka client. */
  public Map<String, Object> kafka() {
    Map<String, Object> properties = new HashMap<>(settings.family(SettingCatalogue.KAFKA_FAMILY));
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    return Map.copyOf(properties);
  }

  public Topics topics() {
    return new Topics(settings.get(CommonKeys.TOPIC_PREFIX));
  }

  public RecordSerdes serdes() {
    return new RecordSerdes(
        settings.get(CommonKeys.REGISTRY_URL), settings.family(SettingCatalogue.REGISTRY_FAMILY));
  }

  /** A client of the registry. */
  public SchemaRegistryClient registry() {
    return registry(
        settings.get(CommonKeys.REGISTRY_URL), settings.family(SettingCatalogue.REGISTRY_FAMILY));
  }

  /** A client of one registry. */
  public static SchemaRegistryClient registry(String url, Map<String, String> properties) {
    return SchemaRegistryClientFactory.newClient(
        List.of(url), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), properties, Map.of());
  }

  /** Settings of a deserializer that reads any schema, ours or not. */
  public Map<String, Object> genericDeserializer() {
    Map<String, Object> properties =
        new HashMap<>(settings.family(SettingCatalogue.REGISTRY_FAMILY));
    properties.put("schema.registry.url", settings.get(CommonKeys.REGISTRY_URL));
    properties.put("specific.avro.reader", false);
    return properties;
  }

  /** An admin client that gives up soon enough for a person who waits. */
  public Admin admin() {
    requireBroker();
    Map<String, Object> properties = new HashMap<>(kafka());
    properties.putIfAbsent(
        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, OPERATOR_TIMEOUT_MILLISECONDS);
    properties.putIfAbsent(
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, OPERATOR_TIMEOUT_MILLISECONDS / 2);
    return Admin.create(properties);
  }

  /** Throws a {@link UserMistake} at once where nobody listens at any of the brokers' addresses. */
  public void requireBroker() {
    if (!brokerListens()) {
      throw new UserMistake(
          ExitCode.UNREACHABLE,
          "no broker listens at %s: start one with './liveroom up', or set %s"
              .formatted(bootstrapServers(), CommonKeys.BOOTSTRAP_SERVERS.name()));
    }
  }

  /** Whether somebody listens at any of the brokers' addresses; takes some seconds at most. */
  boolean brokerListens() {
    return Stream.of(bootstrapServers().split(","))
        .map(String::strip)
        .anyMatch(Connections::listens);
  }

  /** Throws a {@link UserMistake} where a topic of the catalogue is missing. */
  void requireTopics() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      Set<String> present = admin.listTopics().names().get();
      String missing =
          topics().all().stream()
              .map(Topic::name)
              .filter(name -> !present.contains(name))
              .collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        throw new UserMistake(
            ExitCode.FAILED,
            "the broker lacks " + missing + ": './liveroom topics apply' makes what is missing");
      }
    }
  }

  /** The sentence for a registry that does not answer. */
  public UserMistake registryUnreachable(Throwable cause) {
    return new UserMistake(
        ExitCode.UNREACHABLE,
        "no schema registry answers at %s (%s): start one with './liveroom up', or set %s"
            .formatted(
                settings.get(CommonKeys.REGISTRY_URL),
                cause.getMessage(),
                CommonKeys.REGISTRY_URL.name()),
        cause);
  }

  private String bootstrapServers() {
    return settings.get(CommonKeys.BOOTSTRAP_SERVERS);
  }

  private static boolean listens(String server) {
    URI address = address(server);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          (int) PROBE_LIMIT.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static URI address(String server) {
    try {
      URI address = URI.create("kafka://" + server);
      if (address.getHost() != null && address.getPort() > 0) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // the sentence below says it better
    }
    throw new UserMistake(
        ExitCode.USAGE,
        "%s must be host:port,host:port: was \"%s\""
            .formatted(CommonKeys.BOOTSTRAP_SERVERS.name(), server));
  }
}
