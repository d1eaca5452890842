package io.liveroom.processor.api;

import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.AlertStatus;
import io.liveroom.processor.view.RoomFacts;
import io.liveroom.processor.view.RoomView;
import io.liveroom.processor.view.Span;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /api/alerts}: the last record of each alert, newest first, a page at a time. */
final class AlertsQuery {

  private static final int MOST = 1000;
  private static final String ORDER = "-started_at";
  private static final Comparator<Alert> NEWEST_FIRST =
      Comparator.comparing(Alert::getStartedAt).reversed().thenComparing(Alert::getAlertId);

  private final Set<AlertStatus> statuses;
  private final Set<AlertSeverity> severities;
  private final List<String> rules;
  private final List<String> rooms;
  private final int limit;
  private final Optional<Span.Mark> after;

  AlertsQuery(Question question) {
    statuses = question.words("status", AlertStatus.class);
    severities = question.words("severity", AlertSeverity.class);
    rules = question.several("rule");
    rooms = question.several("room_id");
    limit = question.limit(MOST);
    after =
        Cursor.of(question, ORDER)
            .filter(cursor -> cursor.value() != null)
            .map(cursor -> new Span.Mark((long) value(cursor), cursor.id()));
    question.finish("status", "severity", "rule", "room_id", "limit", "cursor");
  }

  private static double value(Cursor cursor) {
    return cursor.value() == null ? 0 : cursor.value();
  }

  /** Whether only alerts that are raised now are asked for, which are in memory. */
  boolean asksForRaised() {
    return statuses.equals(Set.of(AlertStatus.RAISED));
  }

  List<Alert> raised(Collection<RoomView> all) {
    return all.stream()
        .flatMap(room -> room.raised().values().stream())
        .filter(this::isWanted)
        .filter(this::isBehind)
        .sorted(NEWEST_FIRST)
        .limit(limit + 1L)
        .toList();
  }

  List<Alert> recent(RoomFacts facts) {
    return facts.recentAlerts(after, this::isWanted, limit + 1);
  }

  JsonObject answer(List<Alert> alerts) {
    return new JsonObject()
        .put(
            "alerts", AvroJson.of(alerts.stream().sorted(NEWEST_FIRST).limit(limit + 1L).toList()));
  }

  /** One page of the pages of several instances. */
  JsonObject merge(List<JsonObject> parts) {
    List<JsonObject> found =
        parts.stream()
            .flatMap(part -> part.getJsonArray("alerts").stream())
            .map(JsonObject.class::cast)
            .sorted(
                Comparator.comparing((JsonObject alert) -> alert.getString("started_at"))
                    .reversed()
                    .thenComparing(alert -> alert.getString("alert_id")))
            .limit(limit + 1L)
            .toList();
    JsonArray page = new JsonArray();
    found.stream().limit(limit).forEach(page::add);
    return new JsonObject()
        .put("alerts", page)
        .put("next_cursor", found.size() > limit ? after(page.getJsonObject(limit - 1)) : null);
  }

  private static String after(JsonObject last) {
    return new Cursor(
            ORDER, RoomSummary.number(last.getString("started_at")), last.getString("alert_id"))
        .text();
  }

  private boolean isWanted(Alert alert) {
    return (statuses.isEmpty() || statuses.contains(alert.getStatus()))
        && (severities.isEmpty() || severities.contains(alert.getSeverity()))
        && (rules.isEmpty() || rules.contains(alert.getRule()))
        && (rooms.isEmpty() || rooms.contains(alert.getRoomId()));
  }

  private boolean isBehind(Alert alert) {
    return Stream.ofNullable(after.orElse(null))
        .allMatch(
            mark -> {
              int order = Long.compare(mark.time(), alert.getStartedAt().toEpochMilli());
              return order > 0 || (order == 0 && alert.getAlertId().compareTo(mark.id()) > 0);
            });
  }
}
