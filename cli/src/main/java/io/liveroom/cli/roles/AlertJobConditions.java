package io.liveroom.cli.roles;

import io.liveroom.alerting.AlertJob;
import io.liveroom.alerting.AlertJobHealth;
import io.liveroom.cli.manage.Condition;
import io.liveroom.cli.manage.Conditions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What must hold for an alerting job. */
public final class AlertJobConditions implements Conditions {

  private final AlertJob job;

  public AlertJobConditions(AlertJob job) {
    this.job = job;
  }

  /** Puts them among the figures too: what an alert can be made of. */
  public AlertJobConditions measured(MeterRegistry meters) {
    Gauge.builder("liveroom.alerting.ready", () -> job.health().isReady() ? 1 : 0)
        .description("1 where /readyz answers 200")
        .register(meters);
    FunctionCounter.builder("liveroom.alerting.taken", job, AlertJob::taken)
        .description("alerts the receiver has said yes to")
        .register(meters);
    FunctionCounter.builder("liveroom.alerting.refused", job, AlertJob::refused)
        .description("requests the receiver has not said yes to")
        .register(meters);
    Gauge.builder("liveroom.alerting.longest.wait", () -> job.longestWait().toMillis() / 1000.0)
        .description("for how long the oldest alert has waited that the receiver has not taken")
        .baseUnit("seconds")
        .register(meters);
    return this;
  }

  @Override
  public List<Condition> live() {
    AlertJobHealth health = job.health();
    return List.of(new Condition("alert-webhook", health.isLive(), health.words()));
  }

  @Override
  public List<Condition> ready() {
    AlertJobHealth health = job.health();
    return List.of(new Condition("alert-webhook.receiver", health.isReady(), health.words()));
  }
}
