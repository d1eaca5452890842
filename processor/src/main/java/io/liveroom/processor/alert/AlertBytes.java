package io.liveroom.processor.alert;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.AlertStatus;
import io.liveroom.processor.binary.StateReader;
import io.liveroom.processor.binary.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert that waits to be published, in the state of its room. */
final class AlertBytes {

  private AlertBytes() {}

  static void write(Alert alert, StateWriter out) {
    out.text(alert.getAlertId()).text(alert.getRoomId()).text(alert.getRule());
    out.text(alert.getRuleText()).text(alert.getSeverity().name()).text(alert.getStatus().name());
    out.number(alert.getStartedAt().toEpochMilli()).optionalInstant(alert.getResolvedAt());
    out.optionalDouble(alert.getValue()).optionalDouble(alert.getThreshold());
    out.optionalDouble(alert.getPreviousValue()).each(alert.getLabels(), out::text);
    out.optionalText(alert.getOwnerId()).optionalText(alert.getOwnerName());
    out.optionalText(alert.getTitle()).text(alert.getSummary());
    out.optionalText(alert.getKind()).optionalText(alert.getPromotionId());
  }

  static Alert read(StateReader in) {
    Alert.Builder alert =
        Alert.newBuilder()
            .setAlertId(in.text())
            .setRoomId(in.text())
            .setRule(in.text())
            .setRuleText(in.text())
            .setSeverity(AlertSeverity.valueOf(in.text()))
            .setStatus(AlertStatus.valueOf(in.text()))
            .setStartedAt(Instant.ofEpochMilli(in.number()))
            .setResolvedAt(in.optionalInstant())
            .setValue(in.optionalDouble())
            .setThreshold(in.optionalDouble())
            .setPreviousValue(in.optionalDouble());
    List<String> labels = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      labels.add(in.text());
    }
    return alert
        .setLabels(labels)
        .setOwnerId(in.optionalText())
        .setOwnerName(in.optionalText())
        .setTitle(in.optionalText())
        .setSummary(in.text())
        .setKind(in.optionalText())
        .setPromotionId(in.optionalText())
        .build();
  }
}
