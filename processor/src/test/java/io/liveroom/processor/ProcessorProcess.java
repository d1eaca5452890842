package io.liveroom.processor;

import io.liveroom.processor.alert.AlertRules;
import io.liveroom.processor.api.ApiSettings;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.processor.runtime.InstanceSettings;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A processor in a process of its own, so that a test can kill it. */
public final class ProcessorProcess {

  private ProcessorProcess() {}

  /** Starts one; it ends only when it is killed. */
  public static Process start(
      String servers, String registry, String prefix, Path state, String... more) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            ProcessorProcess.class.getName(),
            servers,
            registry,
            prefix,
            state.toString()));
    command.addAll(List.of(more));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(state + ".log")))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a processor", e);
    }
  }

  /** A processor as the tests want it: small windows, frequent commits, quick take-over. */
  public static Processor create(String servers, String registry, String prefix, Path state) {
    return create(servers, registry, prefix, state, Optional.empty(), 0, new SimpleMeterRegistry());
  }

  /** The same with a query API, and warm copies of the state. */
  public static Processor create(
      String servers,
      String registry,
      String prefix,
      Path state,
      Optional<ApiSettings> api,
      int standbys,
      MeterRegistry meters) {
    ProcessorSettings settings =
        new ProcessorSettings(
            new FigureSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(90),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                FigureSettings.DEFAULTS.exactDistinct()),
            PromotionSettings.DEFAULTS,
            api.isPresent() ? noAlerts() : AlertRules.builtIn(),
            Duration.ofMinutes(15),
            Duration.ofMillis(200),
            InstanceSettings.alone(prefix, state)
                .withId(String.valueOf(state.getFileName()))
                .withStandbys(standbys)
                .withCommitInterval(Duration.ofMillis(100)));
    return new Processor(
        settings,
        api,
        new Topics(prefix),
        Map.of(
            "bootstrap.servers", servers,
            "main.consumer.session.timeout.ms", 6000,
            "main.consumer.heartbeat.interval.ms", 1000),
        new RecordSerdes(registry),
        meters);
  }

  /** Tests of the query API write the alerts themselves. */
  private static AlertRules noAlerts() {
    String text = AlertRules.builtIn().text();
    return AlertRules.of(text.replace("enabled: true", "enabled: false"), "no alerts");
  }

  /** Bootstrap servers, registry, prefix, state directory; with a query API: how many standbys. */
  public static void main(String[] arguments) {
    boolean isAsked = arguments.length > 4;
    create(
            arguments[0],
            arguments[1],
            arguments[2],
            Path.of(arguments[3]),
            isAsked ? Optional.of(ApiSettings.local(0)) : Optional.empty(),
            isAsked ? Integer.parseInt(arguments[4]) : 0,
            new SimpleMeterRegistry())
        .start();
  }
}
