package io.liveroom.cli.manage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;

/** The figures of one process: its roles', and those of the Java machine and the process. */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final LogbackMetrics logged = new LogbackMetrics();

  public Metrics() {
    registry.config().meterFilter(new KafkaFigures());
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
    logged.bindTo(registry);
    Gauge.builder("process.resident.memory", ResidentMemory::bytes)
        .baseUnit("bytes")
        .description("memory of the process that is in RAM; NaN where the system does not say")
        .register(registry);
    Gauge.builder("process.memory.limit", MemoryLimit::bytes)
        .baseUnit("bytes")
        .description("what the process's container may have; NaN where nothing limits it")
        .register(registry);
  }

  /** How much room is left where a role keeps its data. */
  public void measureDisk(Path folder) {
    new DiskSpaceMetrics(folder.toFile()).bindTo(registry);
  }

  /** Where a role puts its figures. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** All of them in Prometheus' text format. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    logged.close();
    collections.close();
    registry.close();
  }
}
