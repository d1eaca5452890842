package io.liveroom.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AlertmanagerJsonTest {

  private final AlertmanagerJson json = new AlertmanagerJson(AlertFormat.WEBHOOK, "http://page");

  @Test
  void of_alert_isAlertmanagersFormat() {
    AlertBatch batch = batches(Alerts.alert("7", "acme_drop", AlertStatus.RAISED)).get(0);

    assertThat(message(batch))
        .isEqualTo(
            new JsonObject(
                """
                {"version": "4",
                 "groupKey": "{}:{alertname=\\"acme_drop\\", room_id=\\"7\\"}",
                 "truncatedAlerts": 0, "status": "firing", "receiver": "liveroom",
                 "groupLabels": {"alertname": "acme_drop", "room_id": "7"},
                 "commonLabels": {"alertname": "acme_drop", "kind": "online_drop", "room_id": "7",
                   "room_labels": "brand:acme,vip", "severity": "warning"},
                 "commonAnnotations": {"alert_id": "7:acme_drop:1767268800000",
                   "description": "a rule's text", "summary": "a summary", "title": "a title",
                   "value": "500.0"},
                 "externalURL": "http://page",
                 "alerts": [{"status": "firing",
                   "labels": {"alertname": "acme_drop", "kind": "online_drop", "room_id": "7",
                     "room_labels": "brand:acme,vip", "severity": "warning"},
                   "annotations": {"alert_id": "7:acme_drop:1767268800000",
                     "description": "a rule's text", "summary": "a summary", "title": "a title",
                     "value": "500.0"},
                   "startsAt": "2026-01-01T12:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
                   "generatorURL": "http://page", "fingerprint": "FINGERPRINT"}]}
                """
                    .replace("FINGERPRINT", fingerprint(batch))));
    assertThat(fingerprint(batch)).matches("[0-9a-f]{16}");
  }

  @Test
  void of_endOfTheSameAlert_resolvedWithItsEndAndTheSameFingerprint() {
    AlertBatch begun = batches(Alerts.alert("7", "r", AlertStatus.RAISED)).get(0);
    AlertBatch ended = batches(Alerts.alert("7", "r", AlertStatus.RESOLVED)).get(0);
    JsonObject message = message(ended);

    assertThat(message.getString("status")).isEqualTo("resolved");
    assertThat(message.getJsonArray("alerts").getJsonObject(0).getString("endsAt"))
        .isEqualTo("2026-01-01T12:01:00Z");
    assertThat(fingerprint(ended)).isEqualTo(fingerprint(begun));
    assertThat(message.getString("groupKey")).isEqualTo(message(begun).getString("groupKey"));
  }

  @Test
  void of_alertmanagersOwnFormat_isItsAlertsAndNoEndThatIsNotKnown() {
    AlertmanagerJson posted = new AlertmanagerJson(AlertFormat.ALERTMANAGER, "");
    JsonObject begun = one(posted, AlertStatus.RAISED);
    JsonObject ended = one(posted, AlertStatus.RESOLVED);

    assertThat(begun.fieldNames()).containsExactlyInAnyOrder("labels", "annotations", "startsAt");
    assertThat(ended.getString("endsAt")).isEqualTo("2026-01-01T12:01:00Z");
    assertThat(ended.getJsonObject("labels")).isEqualTo(begun.getJsonObject("labels"));
    assertThat(ended.getString("startsAt")).isEqualTo(begun.getString("startsAt"));
  }

  private static JsonObject one(AlertmanagerJson posted, AlertStatus status) {
    AlertBatch batch = batches(Alerts.alert("7", "r", status)).get(0);
    return new JsonArray(Buffer.buffer(posted.of(batch))).getJsonObject(0);
  }

  @Test
  void of_severalAlertsOfARule_commonIsWhatAllHave() {
    AlertBatch batch =
        batches(product("cup", AlertStatus.RAISED), product("pot", AlertStatus.RESOLVED)).get(0);
    JsonObject message = message(batch);

    assertThat(batch.alerts()).hasSize(2);
    assertThat(message.getString("status")).as("one is still there").isEqualTo("firing");
    assertThat(message.getJsonObject("commonLabels").fieldNames())
        .contains("severity")
        .doesNotContain("promotion_id");
    assertThat(message.getJsonObject("commonAnnotations").fieldNames()).doesNotContain("alert_id");
  }

  @Test
  void batches_ofInterleavedRooms_keepEachAlertsOrder() {
    List<AlertBatch> batches =
        batches(
            Alerts.alert("7", "r", AlertStatus.RAISED),
            Alerts.alert("8", "r", AlertStatus.RAISED),
            product("cup", AlertStatus.RAISED),
            product("pot", AlertStatus.RAISED),
            Alerts.alert("7", "r", AlertStatus.RESOLVED),
            product("cup", AlertStatus.RESOLVED));

    assertThat(batches)
        .extracting(AlertBatch::key)
        .containsExactly("7/r", "8/r", "7/p", "7/r", "7/p");
    assertThat(batches).extracting(AlertBatch::firstOffset).containsExactly(0L, 1L, 2L, 4L, 5L);
    assertThat(batches.get(2).alerts()).hasSize(2);
  }

  private static Alert.Builder product(String product, AlertStatus status) {
    return Alerts.alert("7", "p", status).setAlertId("7:p:1:" + product).setPromotionId(product);
  }

  private JsonObject message(AlertBatch batch) {
    return Buffer.buffer(json.of(batch)).toJsonObject();
  }

  private String fingerprint(AlertBatch batch) {
    return message(batch).getJsonArray("alerts").getJsonObject(0).getString("fingerprint");
  }

  private static List<AlertBatch> batches(Alert.Builder... alerts) {
    List<Alert> all = Stream.of(alerts).map(Alert.Builder::build).toList();
    return AlertBatch.of(
        IntStream.range(0, all.size())
            .mapToObj(at -> new ConsumerRecord<>("t", 0, at, all.get(at).getRoomId(), all.get(at)))
            .toList());
  }
}
