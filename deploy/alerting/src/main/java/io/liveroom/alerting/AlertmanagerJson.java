package io.liveroom.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A batch as Alertmanager's webhook sends it (version "4"), so that whatever takes alerts from
 * Prometheus takes ours; or as Alertmanager itself takes it. Labels say which alert it is,
 * annotations say more for a person; the fingerprint is the same for an alert's beginning and end,
 * and for whatever comes twice.
 */
final class AlertmanagerJson {

  /** How Alertmanager writes "not over yet". */
  private static final String NOT_OVER = "0001-01-01T00:00:00Z";

  private static final int FINGERPRINT_BYTES = 8;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AlertFormat format;
  private final String externalUrl;

  /**
   * @param externalUrl where a person sees more; may be empty
   */
  AlertmanagerJson(AlertFormat format, String externalUrl) {
    this.format = format;
    this.externalUrl = externalUrl;
  }

  byte[] of(AlertBatch batch) {
    JsonNode tree =
        switch (format) {
          case WEBHOOK -> message(batch.alerts());
          case ALERTMANAGER -> posted(batch.alerts());
        };
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can't be written", e);
    }
  }

  private ObjectNode message(List<Alert> alerts) {
    ObjectNode message = MAPPER.createObjectNode();
    message.put("version", "4");
    message.put("groupKey", groupKey(alerts.get(0)));
    message.put("truncatedAlerts", 0);
    message.put(
        "status", alerts.stream().allMatch(AlertmanagerJson::isOver) ? "resolved" : "firing");
    message.put("receiver", "liveroom");
    put(message, "groupLabels", groupLabels(alerts.get(0)));
    put(message, "commonLabels", common(alerts.stream().map(AlertmanagerJson::labels).toList()));
    put(
        message,
        "commonAnnotations",
        common(alerts.stream().map(AlertmanagerJson::annotations).toList()));
    message.put("externalURL", externalUrl);
    ArrayNode all = message.putArray("alerts");
    alerts.forEach(alert -> all.add(one(alert)));
    return message;
  }

  /** What Alertmanager can tell itself is left out, and so is an end that is not known yet. */
  private ArrayNode posted(List<Alert> alerts) {
    ArrayNode all = MAPPER.createArrayNode();
    for (Alert alert : alerts) {
      ObjectNode node = one(alert);
      node.remove(List.of("status", "fingerprint"));
      if (!isOver(alert)) {
        node.remove("endsAt");
      }
      if (externalUrl.isEmpty()) {
        node.remove("generatorURL");
      }
      all.add(node);
    }
    return all;
  }

  private ObjectNode one(Alert alert) {
    ObjectNode node = MAPPER.createObjectNode();
    Instant end = alert.getResolvedAt();
    node.put("status", isOver(alert) ? "resolved" : "firing");
    put(node, "labels", labels(alert));
    put(node, "annotations", annotations(alert));
    node.put("startsAt", alert.getStartedAt().toString());
    node.put("endsAt", isOver(alert) && end != null ? end.toString() : NOT_OVER);
    node.put("generatorURL", externalUrl);
    node.put("fingerprint", fingerprint(alert.getAlertId()));
    return node;
  }

  private static boolean isOver(Alert alert) {
    return alert.getStatus() == AlertStatus.RESOLVED;
  }

  private static String groupKey(Alert alert) {
    return "{}:{alertname=\"%s\", room_id=\"%s\"}".formatted(alert.getRule(), alert.getRoomId());
  }

  private static Map<String, String> groupLabels(Alert alert) {
    return Map.of("alertname", alert.getRule(), "room_id", alert.getRoomId());
  }

  private static Map<String, String> labels(Alert alert) {
    Map<String, String> labels = new TreeMap<>(groupLabels(alert));
    labels.put("severity", alert.getSeverity().name().toLowerCase(Locale.ROOT));
    putIfKnown(labels, "kind", alert.getKind());
    putIfKnown(labels, "promotion_id", alert.getPromotionId());
    putIfKnown(labels, "owner_id", alert.getOwnerId());
    if (!alert.getLabels().isEmpty()) {
      labels.put("room_labels", String.join(",", alert.getLabels()));
    }
    return labels;
  }

  private static Map<String, String> annotations(Alert alert) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put("alert_id", alert.getAlertId());
    annotations.put("summary", alert.getSummary());
    annotations.put("description", alert.getRuleText());
    putIfKnown(annotations, "title", alert.getTitle());
    putIfKnown(annotations, "owner_name", alert.getOwnerName());
    putIfKnown(annotations, "value", alert.getValue());
    putIfKnown(annotations, "threshold", alert.getThreshold());
    putIfKnown(annotations, "previous_value", alert.getPreviousValue());
    return annotations;
  }

  private static void putIfKnown(Map<String, String> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value.toString());
    }
  }

  private static Map<String, String> common(List<Map<String, String>> maps) {
    Map<String, String> common = new TreeMap<>(maps.get(0));
    maps.forEach(map -> common.entrySet().retainAll(map.entrySet()));
    return common;
  }

  private static void put(ObjectNode node, String key, Map<String, String> values) {
    ObjectNode child = node.putObject(key);
    new TreeMap<>(values).forEach(child::put);
  }

  private static String fingerprint(String alertId) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(alertId.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
