package io.liveroom.cli;

import io.liveroom.cli.doctor.Area;
import io.liveroom.cli.doctor.BrokerCheck;
import io.liveroom.cli.doctor.Check;
import io.liveroom.cli.doctor.ConfigurationCheck;
import io.liveroom.cli.doctor.Doctor;
import io.liveroom.cli.doctor.Finding;
import io.liveroom.cli.doctor.PlatformCheck;
import io.liveroom.cli.doctor.RegistryCheck;
import io.liveroom.cli.doctor.TopicsCheck;
import io.liveroom.cli.doctor.Verdict;
import io.liveroom.cli.roles.CollectorMapping;
import io.liveroom.cli.roles.ProcessorMapping;
import io.liveroom.cli.settings.CollectorKeys;
import io.liveroom.cli.settings.CommonKeys;
import io.liveroom.cli.settings.SettingMistakes;
import io.liveroom.cli.settings.Settings;
import io.liveroom.collector.CollectorSettings;
import io.liveroom.collector.Feed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: checks everything for real. */
@Command(
    name = "doctor",
    description = {
      "Checks configuration, platform, token, broker, registry, topics and clock for real.",
      "One line for each: ok, warning, wrong or skipped, what was seen, and what to do.",
      "All checks run, side by side, whatever becomes of one; none takes longer than 10 s."
    },
    exitCodeListHeading = "%nExit codes: that of the first thing that is wrong%n",
    exitCodeList = {
      "0:nothing is wrong; there may be warnings",
      "11:configuration",
      "12:platform",
      "13:token",
      "14:broker",
      "15:registry",
      "16:topics",
      "17:clock"
    })
final class DoctorCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Shell shell;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Option(names = "--json", description = "The findings as one JSON object.")
  private boolean isJson;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    List<Finding> findings = findings();
    int code =
        findings.stream()
            .filter(finding -> finding.verdict() == Verdict.WRONG)
            .findFirst()
            .map(finding -> finding.area().exitCode())
            .orElse(ExitCode.OK.number());
    if (isJson) {
      shell.out().println(json(findings, code));
    } else {
      findings.forEach(finding -> shell.out().println(line(finding)));
    }
    return code;
  }

  private List<Finding> findings() throws Exception {
    try {
      List<Check> checks = checks(options.load(shell, platform.settings()));
      return new Progress(shell.err())
          .during("looking at everything", () -> new Doctor(LIMIT).examine(checks));
    } catch (SettingMistakes e) {
      return e.mistakes().stream()
          .map(
              words ->
                  new Finding(
                      Area.CONFIGURATION,
                      Verdict.WRONG,
                      words,
                      "put it right first: nothing else was looked at"))
          .toList();
    }
  }

  private List<Check> checks(Settings settings) {
    Connections connections = new Connections(settings);
    List<Check> checks = new ArrayList<>();
    checks.add(
        new ConfigurationCheck(
            settings, () -> CollectorMapping.of(settings), () -> ProcessorMapping.of(settings)));
    checks.add(platform(settings));
    checks.add(new BrokerCheck(connections::admin, shell.clock()));
    checks.add(
        new RegistryCheck(
            settings.get(CommonKeys.REGISTRY_URL), connections.registry(), connections.topics()));
    checks.add(
        new TopicsCheck(
            connections::admin,
            connections.topics(),
            settings.get(CommonKeys.PARTITIONS),
            settings.get(CommonKeys.REPLICATION)));
    return checks;
  }

  private Check platform(Settings settings) {
    return settings
        .find(CommonKeys.PLATFORM_URL)
        .<Check>map(this::platform)
        .orElseGet(UnnamedPlatform::new);
  }

  /** No viewer is looked at here, so no key of pseudonyms is needed. */
  private PlatformCheck platform(URI url) {
    Map<String, String> named = new HashMap<>(platform.settings());
    named.put(CollectorKeys.PRIVACY_USERS.name(), "drop");
    Settings settings = options.load(shell, named);
    return new PlatformCheck(
        url,
        () -> {
          CollectorSettings mapped = CollectorMapping.of(settings);
          try (Feed feed = new Feed(mapped, shell.clock())) {
            return feed.ask(LIMIT.minusSeconds(1));
          }
        });
  }

  /** Nothing to ask: {@code up} brings the simulator in such a case. */
  private record UnnamedPlatform() implements Check {
    @Override
    public Area area() {
      return Area.PLATFORM;
    }

    @Override
    public List<Finding> run() {
      return List.of(
          new Finding(
              Area.PLATFORM,
              Verdict.SKIPPED,
              "none is named",
              "for the real service set liveroom.platform.url and liveroom.platform.token-file"));
    }
  }

  private static String line(Finding finding) {
    return "%-8s %-14s %s%s"
        .formatted(
            finding.verdict().label(),
            finding.area().label(),
            finding.found(),
            finding.advice().isEmpty() ? "" : " → " + finding.advice());
  }

  private static String json(List<Finding> findings, int code) {
    JsonArray all = new JsonArray();
    findings.forEach(
        finding ->
            all.add(
                new JsonObject()
                    .put("area", finding.area().label())
                    .put("verdict", finding.verdict().label())
                    .put("found", finding.found())
                    .put("advice", finding.advice())));
    return new JsonObject()
        .put("ok", code == ExitCode.OK.number())
        .put("exit_code", code)
        .put("findings", all)
        .encodePrettily();
  }
}
