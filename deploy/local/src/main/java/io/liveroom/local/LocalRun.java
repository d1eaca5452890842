package io.liveroom.local;

import io.liveroom.cli.Connections;
import io.liveroom.cli.QueryAddress;
import io.liveroom.cli.RoleManagement;
import io.liveroom.cli.SettingsOptions;
import io.liveroom.cli.Shell;
import io.liveroom.cli.manage.Conditions;
import io.liveroom.cli.manage.Metrics;
import io.liveroom.cli.roles.CollectorConditions;
import io.liveroom.cli.roles.CollectorMapping;
import io.liveroom.cli.roles.ProcessorConditions;
import io.liveroom.cli.roles.ProcessorMapping;
import io.liveroom.cli.rooms.Watchlist;
import io.liveroom.cli.settings.CollectorKeys;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.Settings;
import io.liveroom.cli.settings.SimulatorKeys;
import io.liveroom.collector.Collector;
import io.liveroom.local.Parts.Part;
import io.liveroom.local.table.Language;
import io.liveroom.processor.Processor;
import io.liveroom.simulator.Simulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One run of {@code up}: starts the parts, side by side where that helps, then shows the table. */
final class LocalRun {

  private static final String NOT_YET = "http://127.0.0.1:1";

  private final SettingsOptions settingsOptions;
  private final UpOptions options;
  private final Shell shell;
  private final DataDirectory data;
  private final Parts parts;

  LocalRun(
      SettingsOptions settingsOptions,
      UpOptions options,
      Shell shell,
      DataDirectory data,
      Parts parts) {
    this.settingsOptions = settingsOptions;
    this.options = options;
    this.shell = shell;
    this.data = data;
    this.parts = parts;
  }

  /** Returns when everything runs and the table is being drawn. */
  void run(Settings given, Language language) throws ExecutionException, InterruptedException {
    boolean isSimulated = given.find(CommonKeys.PLATFORM_URL).isEmpty();
    Map<String, String> named = named(given, isSimulated);
    rehearse(named, isSimulated);
    shell.out().printf("liveroom: starting, data in %s%n", data.root());
    shell.out().flush();
    Optional<CompletableFuture<Simulator>> simulating =
        isSimulated
            ? Optional.of(CompletableFuture.supplyAsync(() -> simulator(named)))
            : Optional.empty();
    named.putAll(
        new LocalStack(data, load(named), parts)
            .start(options.brokerPort(), options.registryPort()));
    Optional<Simulator> simulator = simulating.map(CompletableFuture::join);
    simulator.ifPresent(running -> named.putAll(platform(running)));
    Settings settings = load(named);
    work(settings, simulator, language);
  }

  private void work(Settings settings, Optional<Simulator> simulator, Language language)
      throws ExecutionException, InterruptedException {
    Connections connections = new Connections(settings);
    Metrics metrics = parts.add(Part.METRICS, new Metrics());
    metrics.measureDisk(data.root());
    Processor processor = processor(settings, connections, metrics.registry());
    Collector collector = collector(settings, connections, metrics.registry());
    RoleManagement management =
        parts.add(
            Part.MANAGEMENT,
            RoleManagement.start(settings, conditions(collector, processor, metrics), metrics));
    Announcement announcement =
        new Announcement(
            settings, data, simulator.isPresent(), management.url(), QueryAddress.open(processor));
    announcement.lines().forEach(shell.out()::println);
    shell.out().flush();
    show(connections, collector, processor, announcement.footer(), language);
    CompletableFuture<Void> processing = CompletableFuture.runAsync(processor::start);
    watch(connections, simulator);
    collector.start();
    processing.join();
  }

  private void show(
      Connections connections,
      Collector collector,
      Processor processor,
      String footer,
      Language language) {
    RoomFeed feed = new RoomFeed(connections, shell.clock());
    Pulse pulse = new Pulse(collector, processor, shell.clock());
    Screen screen = Screen.open(shell.out());
    LiveTable table = new LiveTable(screen, feed, pulse, shell, language, footer);
    parts.add(Part.TABLE, table).start();
  }

  private static Conditions conditions(Collector collector, Processor processor, Metrics metrics) {
    return Conditions.of(
        List.of(
            new CollectorConditions(collector).measured(metrics.registry()),
            new ProcessorConditions(processor).measured(metrics.registry())));
  }

  /** What this command says about settings before anything runs. */
  private Map<String, String> named(Settings given, boolean isSimulated) {
    Map<String, String> named = new HashMap<>(options.settings());
    if (!given.isNamed(CollectorKeys.PRIVACY_KEY)
        && !given.isNamed(CollectorKeys.PRIVACY_KEY_FILE)) {
      named.put(CollectorKeys.PRIVACY_KEY_FILE.name(), data.privacyKey().toString());
    }
    if (isSimulated) {
      named.putAll(new SimulatedWorld(data.world()).remembered(given));
    }
    return named;
  }

  /** Finds what is wrong with the settings before the first part is started. */
  private void rehearse(Map<String, String> named, boolean isSimulated) {
    Map<String, String> rehearsed = new HashMap<>(named);
    if (isSimulated) {
      rehearsed.put(CommonKeys.PLATFORM_URL.name(), NOT_YET);
      rehearsed.put(CommonKeys.PLATFORM_TOKEN.name(), "rehearsal");
    }
    Settings settings = load(rehearsed);
    CollectorMapping.of(settings);
    ProcessorMapping.of(settings);
    ProcessorMapping.api(settings);
  }

  private Simulator simulator(Map<String, String> named) {
    Simulator simulator =
        new Simulator(
            new SimulatedWorld(data.world()).remember(load(named), shell.clock().instant()),
            shell.clock());
    parts.add(Part.SIMULATOR, simulator).start();
    return simulator;
  }

  private Map<String, String> platform(Simulator simulator) {
    return Map.of(
        CommonKeys.PLATFORM_URL.name(),
        "http://127.0.0.1:" + simulator.port(),
        CommonKeys.PLATFORM_TOKEN.name(),
        load(options.settings()).get(SimulatorKeys.TOKEN));
  }

  private void watch(Connections connections, Optional<Simulator> simulator)
      throws ExecutionException, InterruptedException {
    WatchedRooms rooms =
        new WatchedRooms(
            new Watchlist(
                connections.topics().watchlist(), connections.kafka(), connections.serdes()),
            shell.clock());
    parts.add(Part.ROOMS, rooms);
    if (simulator.isPresent()) {
      rooms.watch(options.rooms(), simulator.get());
    } else {
      rooms.watch(options.rooms());
    }
  }

  private Processor processor(Settings settings, Connections connections, MeterRegistry meters) {
    return parts.add(
        Part.PROCESSOR,
        new Processor(
            ProcessorMapping.of(settings),
            ProcessorMapping.api(settings),
            connections.topics(),
            connections.kafka(),
            connections.serdes(),
            meters));
  }

  private Collector collector(Settings settings, Connections connections, MeterRegistry meters) {
    return parts.add(
        Part.COLLECTOR,
        new Collector(
            CollectorMapping.of(settings),
            connections.topics(),
            connections.kafka(),
            connections.serdes(),
            shell.clock(),
            meters));
  }

  private Settings load(Map<String, String> named) {
    return settingsOptions.load(shell, named);
  }
}
