package io.liveroom.cli.roles;

import static java.util.Objects.requireNonNull;

import io.liveroom.cli.manage.Condition;
import io.liveroom.cli.manage.Conditions;
import io.liveroom.processor.Processor;
import io.liveroom.processor.ProcessorHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What must hold for a processor. */
public final class ProcessorConditions implements Conditions {

  private final Processor processor;

  public ProcessorConditions(Processor processor) {
    this.processor = processor;
  }

  /** Puts them among the figures too: what an alert can be made of. */
  public ProcessorConditions measured(MeterRegistry meters) {
    Gauge.builder("liveroom.processor.ready", () -> processor.health().isReady() ? 1 : 0)
        .description("1 where /readyz answers 200")
        .register(meters);
    for (String name : processor.health().applications().keySet()) {
      Gauge.builder(
              "liveroom.processor.application.ready", () -> application(name).isReady() ? 1 : 0)
          .description("1 while the application has its partitions, restored, and gets through")
          .tag("application", name)
          .register(meters);
      Gauge.builder("liveroom.processor.application.live", () -> application(name).isLive() ? 1 : 0)
          .description("0 once it has died or stands still: only a restart helps")
          .tag("application", name)
          .register(meters);
    }
    return this;
  }

  @Override
  public List<Condition> live() {
    return all(ProcessorHealth.Application::isLive);
  }

  @Override
  public List<Condition> ready() {
    return all(ProcessorHealth.Application::isReady);
  }

  private ProcessorHealth.Application application(String name) {
    return requireNonNull(processor.health().applications().get(name));
  }

  private List<Condition> all(Predicate<ProcessorHealth.Application> holds) {
    return new TreeMap<>(processor.health().applications())
        .entrySet().stream()
            .map(
                one ->
                    new Condition(
                        "processor." + one.getKey(),
                        holds.test(one.getValue()),
                        one.getValue().words()))
            .toList();
  }
}
