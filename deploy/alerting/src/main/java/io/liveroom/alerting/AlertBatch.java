package io.liveroom.alerting;

import io.liveroom.derived.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Alerts of one room and rule that are told together; of each alert one state only. */
final class AlertBatch {

  private static final int MOST = 100;

  private final String key;
  private final long firstOffset;
  private final Instant firstTime;
  private final List<Alert> alerts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private AlertBatch(String key, long firstOffset, Instant firstTime) {
    this.key = key;
    this.firstOffset = firstOffset;
    this.firstTime = firstTime;
  }

  /** Splits records of one partition into batches that keep each alert's order. */
  static List<AlertBatch> of(List<ConsumerRecord<String, Alert>> records) {
    List<AlertBatch> batches = new ArrayList<>();
    Map<String, AlertBatch> open = new HashMap<>();
    for (ConsumerRecord<String, Alert> record : records) {
      Alert alert = record.value();
      if (alert != null) {
        String key = alert.getRoomId() + '/' + alert.getRule();
        AlertBatch batch = open.get(key);
        if (batch == null || !batch.takes(alert)) {
          batch = new AlertBatch(key, record.offset(), Instant.ofEpochMilli(record.timestamp()));
          batches.add(batch);
          open.put(key, batch);
        }
        batch.add(alert);
      }
    }
    return batches;
  }

  private boolean takes(Alert alert) {
    return alerts.size() < MOST && !ids.contains(alert.getAlertId());
  }

  private void add(Alert alert) {
    alerts.add(alert);
    ids.add(alert.getAlertId());
  }

  /** Room and rule. */
  String key() {
    return key;
  }

  /** Nothing of this batch is before it in the partition. */
  long firstOffset() {
    return firstOffset;
  }

  /** When what its first alert tells of came about. */
  Instant firstTime() {
    return firstTime;
  }

  List<Alert> alerts() {
    return List.copyOf(alerts);
  }
}
