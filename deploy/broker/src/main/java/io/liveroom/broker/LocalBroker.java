package io.liveroom.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller in this process, on loopback, its data in one folder.
 *
 * <p>A folder that holds data is used as it is, also after the process was killed. Topics are never
 * created on the way.
 */
public final class LocalBroker implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String CLUSTER_ID = "bGl2ZXJvb20tbG9jYWwtMQ";

  private final KafkaRaftServer server;
  private final int port;

  private LocalBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes requests.
   *
   * @param directory where its data is, made if missing
   * @param port where clients find it; 0 picks a free one
   */
  public static LocalBroker start(Path directory, int port) {
    return start(directory, port, Map.of());
  }

  /**
   * The same with further properties of Kafka's, which win.
   *
   * @param more for example who may do what
   */
  public static LocalBroker start(Path directory, int port, Map<String, String> more) {
    int clientPort = port == 0 ? Ports.free() : port;
    format(directory);
    Properties all = properties(directory, clientPort, Ports.free());
    all.putAll(more);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(all, false), Time.SYSTEM);
    server.startup();
    return new LocalBroker(server, clientPort);
  }

  public int port() {
    return port;
  }

  /** What clients put in {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** Stops in order; returns when the data is on disk. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      formatter(directory).run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    } catch (Exception e) { // Formatter.run declares nothing narrower
      throw new IllegalStateException("cannot prepare " + directory + " for a broker", e);
    }
  }

  private static Formatter formatter(Path directory) {
    return new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(CLUSTER_ID)
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(directory.toString())
        .addDirectory(directory.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true);
  }

  private static Properties properties(Path directory, int port, int controllerPort) {
    Properties all = new Properties();
    all.putAll(identity(directory, port, controllerPort));
    all.putAll(oneOfEach());
    all.putAll(smallMachine());
    return all;
  }

  private static Map<String, String> identity(Path directory, int port, int controllerPort) {
    return Map.of(
        "process.roles", "broker,controller",
        "node.id", "1",
        "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
        "listeners",
            "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
        "advertised.listeners", "PLAINTEXT://" + HOST + ":" + port,
        "controller.listener.names", "CONTROLLER",
        "inter.broker.listener.name", "PLAINTEXT",
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs", directory.toString(),
        "auto.create.topics.enable", "false");
  }

  /** One broker holds one copy of everything. */
  private static Map<String, String> oneOfEach() {
    return Map.of(
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "3",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "3",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "1");
  }

  /** Small buffers and quick timers: one machine, few clients, restarts that must not wait. */
  private static Map<String, String> smallMachine() {
    return Map.of(
        "log.cleaner.dedupe.buffer.size", "4194304", // the default takes 128 MB of heap
        "log.index.size.max.bytes", "1048576",
        "num.network.threads", "2",
        "num.io.threads", "2",
        "group.initial.rebalance.delay.ms", "0",
        "broker.heartbeat.interval.ms", "250",
        "broker.session.timeout.ms", "3000",
        "controller.quorum.election.timeout.ms", "300",
        "controller.quorum.fetch.timeout.ms", "1000");
  }
}
