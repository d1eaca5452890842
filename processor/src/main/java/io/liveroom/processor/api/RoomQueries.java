package io.liveroom.processor.api;

import io.liveroom.derived.Alert;
import io.liveroom.derived.PromotionChange;
import io.liveroom.derived.RoomMinute;
import io.liveroom.observed.AudienceRank;
import io.liveroom.processor.view.RoomFacts;
import io.liveroom.processor.view.RoomView;
import io.liveroom.processor.view.ShelfItem;
import io.liveroom.processor.view.Span;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What is asked of one room: each a reading of parameters that gives a question to its facts. */
final class RoomQueries {

  private static final int MOST_MINUTES = 1440;
  private static final int MOST = 1000;
  private static final int PLACES = 20;
  private static final String ORDER = "time";
  private static final Duration DAY = Duration.ofDays(1);

  private final InstantSource clock;

  RoomQueries(InstantSource clock) {
    this.clock = clock;
  }

  /** {@code /api/rooms/ID}. */
  Function<RoomFacts, JsonObject> room(Question question, String roomId) {
    question.finish();
    return facts -> {
      RoomView room = known(facts, roomId);
      JsonArray shelf = new JsonArray();
      facts.shelf(roomId).stream().sorted(BY_POSITION).forEach(item -> shelf.add(json(item)));
      JsonArray audience = new JsonArray();
      facts.audience(roomId).stream()
          .flatMap(ranking -> ranking.getRanks().stream())
          .limit(PLACES)
          .forEach(rank -> audience.add(json(rank)));
      return new JsonObject()
          .put("room", RoomSummary.of(room))
          .put("session", json(room.session()))
          .put("minute", json(room.minute()))
          .put("alerts", raised(room))
          .put("shelf", shelf)
          .put("audience", audience)
          .put("updated_at", AvroJson.time(room.updatedAt()));
    };
  }

  /** {@code /api/rooms/ID/minutes}. */
  Function<RoomFacts, JsonObject> minutes(Question question, String roomId) {
    int limit = question.limit(MOST_MINUTES);
    Span span = span(question);
    question.finish("from", "to", "limit", "cursor");
    return facts -> {
      known(facts, roomId);
      List<RoomMinute> found = facts.minutes(roomId, span, limit + 1);
      return page(
          "minutes", found, limit, minute -> minute.getWindowStart().toEpochMilli(), minute -> "");
    };
  }

  /** {@code /api/rooms/ID/promotion-changes}. */
  Function<RoomFacts, JsonObject> changes(Question question, String roomId) {
    int limit = question.limit(MOST);
    Span span = span(question);
    question.finish("from", "to", "limit", "cursor");
    return facts -> {
      known(facts, roomId);
      List<PromotionChange> found = facts.changes(roomId, span, limit + 1);
      return page(
          "promotion_changes",
          found,
          limit,
          change -> change.getChangedAt().toEpochMilli(),
          PromotionChange::getChangeId);
    };
  }

  /** {@code /api/rooms/ID/gaps}. */
  Function<RoomFacts, JsonObject> gaps(Question question, String roomId) {
    int limit = question.limit(MOST);
    Span span = span(question);
    question.finish("from", "to", "limit", "cursor");
    return facts -> {
      known(facts, roomId);
      return page(
          "gaps",
          facts.gaps(roomId, span, limit + 1),
          limit,
          gap -> gap.getGapFrom().toEpochMilli(),
          gap -> gap.getEventId());
    };
  }

  /** {@code /api/rooms/ID/alerts}. */
  Function<RoomFacts, JsonObject> alerts(Question question, String roomId) {
    int limit = question.limit(MOST);
    question.finish("limit");
    return facts -> {
      known(facts, roomId);
      return new JsonObject().put("alerts", AvroJson.of(facts.alerts(roomId, limit)));
    };
  }

  private static RoomView known(RoomFacts facts, String roomId) {
    return facts
        .room(roomId)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "nothing is known of room "
                        + roomId
                        + ": it is not watched, or nothing was heard of it for longer than"
                        + " liveroom.api.keep"));
  }

  private Span span(Question question) {
    Instant now = clock.instant();
    Instant from = question.time("from").orElse(now.minus(DAY));
    Instant to = question.time("to").orElse(now.plus(DAY));
    Optional<Span.Mark> after =
        Cursor.of(question, ORDER)
            .map(
                cursor ->
                    new Span.Mark(
                        cursor.value() == null ? 0 : cursor.value().longValue(), cursor.id()));
    return new Span(from, to, after);
  }

  private static <T extends SpecificRecord> JsonObject page(
      String name, List<T> found, int limit, ToLongFunction<T> time, Function<T, String> id) {
    List<T> page = found.subList(0, Math.min(limit, found.size()));
    String next = null;
    if (found.size() > limit) {
      T last = page.get(limit - 1);
      next = new Cursor(ORDER, (double) time.applyAsLong(last), id.apply(last)).text();
    }
    return new JsonObject().put(name, AvroJson.of(page)).put("next_cursor", next);
  }

  private static @Nullable JsonObject json(@Nullable SpecificRecord record) {
    return record == null ? null : AvroJson.of(record);
  }

  private static JsonArray raised(RoomView room) {
    return AvroJson.of(
        room.raised().values().stream()
            .sorted(Comparator.comparing(Alert::getStartedAt).reversed())
            .toList());
  }

  private static final Comparator<ShelfItem> BY_POSITION =
      Comparator.comparing((ShelfItem item) -> !item.isListed())
          .thenComparing(ShelfItem::position, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(ShelfItem::promotionId);

  private static JsonObject json(ShelfItem item) {
    return new JsonObject()
        .put("promotion_id", item.promotionId())
        .put("product_id", item.productId())
        .put("title", item.title())
        .put("position", item.position())
        .put("price_fen", item.priceFen())
        .put("stock", item.stock())
        .put("sales", item.sales())
        .put("is_listed", item.isListed())
        .put("is_explaining", item.isExplaining())
        .put("explain_started_at", AvroJson.time(item.explainStartedAt()))
        .put("last_change_at", AvroJson.time(item.lastChangeAt()));
  }

  private static JsonObject json(AudienceRank rank) {
    return new JsonObject()
        .put("rank", rank.getRank())
        .put("user_id", rank.getUserId())
        .put("user_name", rank.getUserName())
        .put("score", rank.getScore())
        .put("delta", rank.getDelta());
  }
}
