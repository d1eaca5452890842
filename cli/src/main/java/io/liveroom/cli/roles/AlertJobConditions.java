package io.liveroom.cli.roles;

import io.liveroom.alerting.AlertJob;
import io.liveroom.alerting.AlertJobHealth;
import io.liveroom.cli.manage.Condition;
import io.liveroom.cli.manage.Conditions;
import java.util.List;

/** What must hold for an alerting job. */
public final class AlertJobConditions implements Conditions {

  private final AlertJob job;

  public AlertJobConditions(AlertJob job) {
    this.job = job;
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
