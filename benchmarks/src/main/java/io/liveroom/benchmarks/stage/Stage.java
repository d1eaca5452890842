package io.liveroom.benchmarks.stage;

import io.liveroom.benchmarks.machine.Child;
import io.liveroom.benchmarks.machine.Watch;
import io.liveroom.broker.LocalRegistry;
import io.liveroom.local.Main;
import io.liveroom.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Broker, registry, platform and workers on loopback, each a process of its own, started as a
 * person would start it. Everything is in one temporary folder.
 */
public final class Stage implements AutoCloseable {

  /** What `./liveroom collector` gives its Java machine. */
  public static final List<String> WORKER_OPTIONS = List.of("-Xmx768m", "-XX:+UseSerialGC");

  private static final List<String> SIMULATOR_OPTIONS = List.of("-Xmx2g");

  /** What `./liveroom processor` gives its Java machine. */
  public static final List<String> PROCESSOR_OPTIONS = List.of("-Xmx2g");

  private static final List<String> BROKER_OPTIONS = List.of("-Xmx768m", "-XX:+UseParallelGC");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final String TOKEN = "bench-token";

  private final PrintStream say;
  private final Path folder;
  private final int partitions;
  private final int brokerPort;
  private final int platformPort;
  private final Watch watch = new Watch();
  private final Deque<Child> parts = new ArrayDeque<>();
  private final LocalRegistry registry;
  private Child broker;

  private Stage(PrintStream say, Path folder, int partitions) throws Exception {
    this.say = say;
    this.folder = folder;
    this.partitions = partitions;
    brokerPort = freePort();
    platformPort = freePort();
    registry = LocalRegistry.start(folder.resolve("registry"), 0);
    broker = startBroker();
    writeSettings();
    CommandRun.of(folder, "topics", "apply");
    CommandRun.of(folder, "schemas", "register");
  }

  /** Broker and registry, with topics and schemas. */
  public static Stage open(PrintStream say, int partitions) throws Exception {
    Path folder = Files.createTempDirectory("liveroom-bench");
    say.println("starting broker and registry in " + folder);
    return new Stage(say, folder, partitions);
  }

  public Path folder() {
    return folder;
  }

  public Watch watch() {
    return watch;
  }

  public PrintStream say() {
    return say;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + brokerPort;
  }

  public String registryUrl() {
    return registry.url();
  }

  public Child broker() {
    return broker;
  }

  /** Starts the broker's process, on the same data and port each time. */
  public Child startBroker() throws Exception {
    String port = Integer.toString(brokerPort);
    List<String> arguments = List.of(folder.resolve("broker").toString(), port);
    broker = Child.start("broker", BROKER_OPTIONS, BrokerMain.class, arguments, log("broker"));
    watch.add(broker);
    Waiting.until("the broker's start", START_LIMIT, () -> listens(brokerPort));
    return broker;
  }

  /** Starts the simulated platform, with these settings beside what the stage says. */
  public PlatformPages startPlatform(Map<String, String> settings) throws Exception {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("liveroom.simulator.port", Integer.toString(platformPort));
    all.put("liveroom.simulator.token", TOKEN);
    startRole("simulator", "simulator", all, SIMULATOR_OPTIONS);
    PlatformPages pages = new PlatformPages(platformPort);
    Waiting.until("the simulator's start", START_LIMIT, () -> pages.open() >= 0);
    return pages;
  }

  /** The pages of a platform that somebody else started at {@link #platformPort}. */
  public PlatformPages platformOnly() {
    return new PlatformPages(platformPort);
  }

  /** Puts rooms on the watchlist. */
  public void watchRooms(List<String> ids) throws IOException {
    Path list = folder.resolve("rooms.csv");
    Files.write(list, ids);
    CommandRun.of(folder, "rooms", "import", list.toString());
  }

  /** Starts a worker's process. */
  public Worker startWorker(String id, Map<String, String> settings, List<String> furtherOptions)
      throws IOException {
    int port = freePort();
    Map<String, String> all = new TreeMap<>(settings);
    all.put("liveroom.collector.id", id);
    all.put("liveroom.management.port", Integer.toString(port));
    all.put("liveroom.platform.url", "http://127.0.0.1:" + platformPort);
    all.put("liveroom.platform.token-file", folder.resolve("token").toString());
    all.put("liveroom.privacy.key-file", folder.resolve("privacy.key").toString());
    List<String> options = new ArrayList<>(WORKER_OPTIONS);
    options.addAll(furtherOptions);
    return new Worker(startRole(id, "collector", all, options), new WorkerPages(port));
  }

  /** Makes the topics of a prefix, and their schemas. */
  public void applyTopics(String prefix) {
    String setting = "liveroom.topics.prefix=" + prefix;
    CommandRun.of(folder, "topics", "apply", "--set", setting);
    CommandRun.of(folder, "schemas", "register", "--set", setting);
  }

  /**
   * Starts a processor's process on the topics of a prefix, which is its application id too;
   * without the query API unless the settings say otherwise.
   *
   * @param id names it and its state folder
   */
  public Child startProcessor(
      String id, String prefix, Map<String, String> settings, List<String> furtherOptions) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("liveroom.topics.prefix", prefix);
    all.put("liveroom.processor.application-id", prefix);
    all.put("liveroom.processor.id", id);
    all.putIfAbsent("liveroom.api.port", "off");
    all.put("liveroom.data-dir", folder.resolve(prefix + '-' + id).toString());
    List<String> options = new ArrayList<>(PROCESSOR_OPTIONS);
    options.addAll(furtherOptions);
    return startRole(id, "processor", all, options);
  }

  /** Reads the processor's results from their beginning. */
  public Arrivals arrivals(String prefix) {
    return new Arrivals(bootstrapServers(), registryUrl(), new Topics(prefix));
  }

  /** Probes of how long the processor takes under a prefix. */
  public Probes probes(String prefix) {
    return new Probes(bootstrapServers(), registryUrl(), new Topics(prefix));
  }

  /** Reads committed sessions of the usual topics. */
  public SessionReader sessions() {
    return new SessionReader(
        bootstrapServers(), registryUrl(), new Topics(Topics.DEFAULT_PREFIX).session());
  }

  /** Listens to the live page of a processor. */
  public PageReader page(int port) throws IOException, InterruptedException {
    return new PageReader(port);
  }

  /** Starts the same figures on Flink: facts from one prefix, results to another, its group. */
  public Child startFlink(String from, String to, Duration checkpoint) throws Exception {
    List<String> arguments =
        List.of(
            bootstrapServers(),
            registryUrl(),
            from,
            to,
            Long.toString(checkpoint.toMillis()),
            folder.resolve(to + "-checkpoints").toString());
    Child child = FlinkChild.start(to, arguments, log(to));
    parts.push(child);
    watch.add(child);
    return child;
  }

  /** How far one consumer group has got under a prefix. */
  public GroupProgress progressOf(String prefix, String group) {
    return new GroupProgress(bootstrapServers(), new Topics(prefix), group);
  }

  /** How far the processor has got under a prefix. */
  public GroupProgress progress(String prefix) {
    return progressOf(prefix, prefix + "-figures");
  }

  /** Starts any program of ours; ends with the stage. */
  public Child startProgram(
      String name, Class<?> main, List<String> options, List<String> arguments) {
    Child child = Child.start(name, options, main, arguments, log(name));
    parts.push(child);
    watch.add(child);
    return child;
  }

  public TopicFigures figures() {
    return new TopicFigures(bootstrapServers(), partitions);
  }

  /** Who has which rooms. */
  public Shares shares() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      String watchlist = new Topics(Topics.DEFAULT_PREFIX).watchlist().name();
      return Shares.of(admin, watchlist + ".collector", partitions);
    }
  }

  /** What is in Kafka by now. */
  public Recorded recorded() throws Exception {
    return Recorded.read(this);
  }

  public int platformPort() {
    return platformPort;
  }

  public static String token() {
    return TOKEN;
  }

  /** A port that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
    parts.forEach(Child::dismiss); // all at once: nothing is measured any more
    parts.forEach(Child::close);
    broker.close();
    registry.close();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> !isOurs(file))
          .sorted(Comparator.reverseOrder())
          .forEach(file -> file.toFile().delete());
    }
  }

  private Child startRole(
      String name, String role, Map<String, String> settings, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of(role));
    arguments.add("--config");
    arguments.add(folder.resolve("liveroom.properties").toString());
    settings.forEach(
        (key, value) -> {
          arguments.add("--set");
          arguments.add(key + "=" + value);
        });
    return startProgram(name, Main.class, options, arguments);
  }

  private void writeSettings() throws IOException {
    Files.writeString(folder.resolve("token"), TOKEN);
    Files.writeString(folder.resolve("privacy.key"), "0123456789abcdef0123456789abcdef");
    Files.write(
        folder.resolve("liveroom.properties"),
        List.of(
            "liveroom.kafka.bootstrap-servers=" + bootstrapServers(),
            "liveroom.registry.url=" + registryUrl(),
            "liveroom.topics.partitions=" + partitions));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** What a process said stays; segments of the broker bear the same ending. */
  private boolean isOurs(Path file) {
    return folder.equals(file.getParent()) && file.toString().endsWith(".log");
  }

  private static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }
}
