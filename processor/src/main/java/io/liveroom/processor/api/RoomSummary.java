package io.liveroom.processor.api;

import io.liveroom.common.RoomState;
import io.liveroom.derived.Alert;
import io.liveroom.derived.AlertSeverity;
import io.liveroom.derived.OnlineTrend;
import io.liveroom.derived.RoomMinute;
import io.liveroom.derived.RoomSession;
import io.liveroom.processor.view.RoomView;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A room in one line: what lists show, sort by and filter by. */
final class RoomSummary {

  private static final double A_SEVERITY = 1e13;
  private static final double A_STATE = 1e12;

  private static final Map<String, Function<RoomView, @Nullable Object>> FIELDS = fields();

  private RoomSummary() {}

  static JsonObject of(RoomView room) {
    JsonObject json = new JsonObject();
    FIELDS.forEach((name, field) -> json.put(name, AvroJson.value(field.apply(room))));
    return json;
  }

  /** A figure or time of the summary, as what to sort by; empty for any other name. */
  static Optional<Function<RoomView, @Nullable Double>> figure(String name) {
    Function<RoomView, @Nullable Object> field = FIELDS.get(name);
    return field != null && SORTED.contains(name)
        ? Optional.of(room -> number(field.apply(room)))
        : Optional.empty();
  }

  static List<String> figures() {
    return SORTED;
  }

  /** The same of a summary that another instance told. */
  static @Nullable Double number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    } else if (value instanceof Instant time) {
      return (double) time.toEpochMilli();
    } else if (value instanceof String time) {
      return (double) Instant.parse(time).toEpochMilli();
    }
    return null;
  }

  static RoomState state(RoomView room) {
    return room.session() == null ? RoomState.UNKNOWN : room.session().getState();
  }

  /** What needs a person first: alerts by severity, then what is live, then what is big. */
  static double attention(RoomView room) {
    Long online = online(room);
    int severity = room.raised().values().stream().mapToInt(RoomSummary::rank).max().orElse(0);
    return severity * A_SEVERITY
        + rank(state(room)) * A_STATE
        + (online == null ? 0 : Math.min(online, A_STATE - 1));
  }

  private static int rank(Alert alert) {
    return switch (alert.getSeverity()) {
      case CRITICAL -> 3;
      case WARNING -> 2;
      case INFO, UNKNOWN -> 1;
    };
  }

  private static int rank(RoomState state) {
    return switch (state) {
      case LIVE -> 4;
      case PAUSED -> 3;
      case PREPARING -> 2;
      case UNKNOWN -> 1;
      case ENDED -> 0;
    };
  }

  private static @Nullable String worst(RoomView room) {
    return room.raised().values().stream()
        .max(Comparator.comparingInt(RoomSummary::rank))
        .map(Alert::getSeverity)
        .map(AlertSeverity::name)
        .orElse(null);
  }

  private static @Nullable Long online(RoomView room) {
    Long latest = room.minute() == null ? null : room.minute().getOnlineLast();
    return latest != null || room.session() == null ? latest : room.session().getOnlineLast();
  }

  /** Of the last whole window; of the open one until there is a whole one. */
  private static @Nullable Double chatsPerMinute(RoomView room) {
    RoomMinute window = room.before();
    if (window == null
        || (room.minute() != null
            && !window.getWindowEnd().equals(room.minute().getWindowStart()))) {
      window = room.minute();
    }
    if (window == null || state(room) == RoomState.ENDED) {
      return null;
    }
    Duration size = Duration.between(window.getWindowStart(), window.getWindowEnd());
    return window.getChatCount() * 60_000.0 / size.toMillis();
  }

  private static OnlineTrend trend(RoomView room) {
    return room.minute() == null ? OnlineTrend.UNKNOWN : room.minute().getOnlineTrend();
  }

  private static @Nullable Double slope(RoomView room) {
    return room.minute() == null ? null : room.minute().getOnlineSlope();
  }

  private static Function<RoomView, @Nullable Object> session(
      Function<RoomSession, @Nullable Object> field) {
    return room -> room.session() == null ? null : field.apply(room.session());
  }

  private static Map<String, Function<RoomView, @Nullable Object>> fields() {
    Map<String, Function<RoomView, @Nullable Object>> all = new LinkedHashMap<>();
    all.put("room_id", RoomView::roomId);
    all.put("title", session(RoomSession::getTitle));
    all.put("owner_id", session(RoomSession::getOwnerId));
    all.put("owner_name", session(RoomSession::getOwnerName));
    all.put("state", RoomSummary::state);
    all.put("labels", RoomView::labels);
    all.put("started_at", session(RoomSession::getStartedAt));
    all.put("ended_at", session(RoomSession::getEndedAt));
    all.put("online_last", RoomSummary::online);
    all.put("peak_online", session(RoomSession::getPeakOnline));
    all.put("online_trend", RoomSummary::trend);
    all.put("online_slope", RoomSummary::slope);
    all.put("total_viewers", session(RoomSession::getTotalViewers));
    all.put("total_follows", session(RoomSession::getTotalFollows));
    all.put("follow_rate", session(RoomSession::getFollowRate));
    all.put("gift_uv", session(RoomSession::getGiftUv));
    all.put("gift_value", session(RoomSession::getGiftValue));
    all.put("likes", session(RoomSession::getLikes));
    all.put("chat_count", session(RoomSession::getChatCount));
    all.put("chats_per_minute", RoomSummary::chatsPerMinute);
    all.put("gmv_estimate_fen", session(RoomSession::getGmvEstimateFen));
    all.put("sales_estimate", session(RoomSession::getSalesEstimate));
    all.put("online_coverage", session(RoomSession::getOnlineCoverage));
    all.put("last_event_at", session(RoomSession::getLastEventAt));
    all.put("alerts_raised", room -> (long) room.raised().size());
    all.put("worst_severity", RoomSummary::worst);
    all.put("attention", RoomSummary::attention);
    all.put("revision", session(RoomSession::getRevision));
    all.put("is_final", session(RoomSession::getIsFinal));
    all.put("updated_at", RoomView::updatedAt);
    return all;
  }

  private static final List<String> SORTED =
      List.of(
          "started_at",
          "ended_at",
          "online_last",
          "peak_online",
          "online_slope",
          "total_viewers",
          "total_follows",
          "follow_rate",
          "gift_uv",
          "gift_value",
          "likes",
          "chat_count",
          "chats_per_minute",
          "gmv_estimate_fen",
          "sales_estimate",
          "online_coverage",
          "last_event_at",
          "alerts_raised",
          "attention",
          "revision",
          "updated_at");
}
