package io.liveroom.alerting;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.AlertStatus;
import java.time.Instant;
import java.util.List;

/** Invented alerts. */
final class Alerts {

  static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private Alerts() {}

  static Alert.Builder alert(String room, String rule, AlertStatus status) {
    return Alert.newBuilder()
        .setAlertId(room + ':' + rule + ":1767268800000")
        .setRoomId(room)
        .setRule(rule)
        .setRuleText("a rule's text")
        .setSeverity(AlertSeverity.WARNING)
        .setStatus(status)
        .setStartedAt(START)
        .setResolvedAt(status == AlertStatus.RESOLVED ? START.plusSeconds(60) : null)
        .setLabels(List.of("brand:acme", "vip"))
        .setTitle("a title")
        .setSummary("a summary")
        .setKind("online_drop")
        .setValue(500.0);
  }
}
