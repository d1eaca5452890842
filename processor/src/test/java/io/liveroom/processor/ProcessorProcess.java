package io.liveroom.processor;

import io.liveroom.processor.promotion.PromotionSettings;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A processor in a process of its own, so that a test can kill it. */
final class ProcessorProcess {

  private ProcessorProcess() {}

  /** Starts one; it ends only when it is killed. */
  static Process start(String servers, String registry, String prefix, Path state) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
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
            state.toString());
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
  static Processor create(String servers, String registry, String prefix, Path state) {
    ProcessorSettings settings =
        new ProcessorSettings(
            new WindowSettings(Duration.ofSeconds(5), Duration.ofSeconds(10)),
            Duration.ofSeconds(90),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofSeconds(10),
            PromotionSettings.DEFAULTS,
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            4096,
            1,
            0,
            state,
            prefix);
    return new Processor(
        settings,
        new Topics(prefix),
        Map.of(
            "bootstrap.servers", servers,
            "main.consumer.session.timeout.ms", 6000,
            "main.consumer.heartbeat.interval.ms", 1000),
        new RecordSerdes(registry),
        new SimpleMeterRegistry());
  }

  /** Bootstrap servers, registry, prefix, state directory. */
  public static void main(String[] arguments) {
    create(arguments[0], arguments[1], arguments[2], Path.of(arguments[3])).start();
  }
}
