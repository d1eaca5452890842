package io.liveroom.processor.api;

import io.liveroom.common.RoomState;
import io.liveroom.processor.view.RoomView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/rooms}: rooms that match, in an order, a page at a time. */
final class RoomsQuery {

  private static final int MOST = 1000;
  private static final String BY_ID = "room_id";
  private static final Comparator<Row> SMALLEST_FIRST = order(Comparator.naturalOrder());
  private static final Comparator<Row> LARGEST_FIRST = order(Comparator.reverseOrder());

  private final Set<RoomState> states;
  private final List<String> labels;
  private final String text;
  private final String sort;
  private final int limit;
  private final Optional<Cursor> cursor;

  RoomsQuery(Question question) {
    states = question.words("state", RoomState.class);
    labels = question.several("label");
    text = question.one("q").orElse("").strip().toLowerCase(Locale.ROOT);
    sort = sort(question);
    limit = question.limit(MOST);
    cursor = Cursor.of(question, sort);
    question.finish("state", "label", "q", "sort", "limit", "cursor");
  }

  private static String sort(Question question) {
    String sort = question.one("sort").orElse("-attention");
    String name = name(sort);
    if (!name.equals(BY_ID) && RoomSummary.figure(name).isEmpty()) {
      question.wrong(
          "sort",
          "one of room_id, " + String.join(", ", RoomSummary.figures()) + ", with - for descending",
          sort);
      return BY_ID;
    }
    return sort;
  }

  /** A room and what it is sorted by; null where that was not measured. */
  private record Row(String roomId, @Nullable Double value, Object room) {}

  /** Rooms without a value come last in both directions; then the id decides. */
  private static Comparator<Row> order(Comparator<Double> values) {
    return Comparator.comparing(Row::value, Comparator.nullsLast(values))
        .thenComparing(Row::roomId);
  }

  /** The page of one instance: no more rooms than one page has, and what to add up. */
  JsonObject answer(Collection<RoomView> all) {
    Map<RoomState, Integer> states = new EnumMap<>(RoomState.class);
    int alerts = 0;
    int total = 0;
    Instant newest = Instant.EPOCH;
    Stream.Builder<Row> rows = Stream.builder();
    Function<RoomView, @Nullable Double> figure =
        RoomSummary.figure(name(sort)).orElse(room -> null);
    for (RoomView room : all) {
      newest = room.updatedAt().isAfter(newest) ? room.updatedAt() : newest;
      if (isAskedFor(room)) {
        states.merge(RoomSummary.state(room), 1, Integer::sum);
        alerts += room.raised().size();
        if (this.states.isEmpty() || this.states.contains(RoomSummary.state(room))) {
          total++;
          rows.add(new Row(room.roomId(), figure.apply(room), room));
        }
      }
    }
    JsonArray page = new JsonArray();
    first(rows.build(), limit + 1).forEach(row -> page.add(RoomSummary.of((RoomView) row.room())));
    return new JsonObject()
        .put("rooms", page)
        .put("total", total)
        .put("counts", counts(states, alerts))
        .put("as_of", AvroJson.time(newest));
  }

  /** One page of the pages of several instances. */
  JsonObject merge(List<JsonObject> parts) {
    Stream<Row> rows =
        parts.stream()
            .flatMap(part -> part.getJsonArray("rooms").stream())
            .map(JsonObject.class::cast)
            .map(room -> new Row(room.getString(BY_ID), value(room), room));
    List<Row> found = first(rows, limit + 1);
    List<Row> page = found.subList(0, Math.min(limit, found.size()));
    JsonArray rooms = new JsonArray();
    page.forEach(row -> rooms.add(row.room()));
    return new JsonObject()
        .put("rooms", rooms)
        .put("total", parts.stream().mapToInt(part -> part.getInteger("total")).sum())
        .put("counts", sum(parts))
        .put("next_cursor", found.size() > limit ? after(page.get(page.size() - 1)) : null)
        .put(
            "as_of",
            parts.stream()
                .map(part -> part.getString("as_of"))
                .max(Comparator.naturalOrder())
                .orElse(AvroJson.time(Instant.EPOCH)));
  }

  private String after(Row last) {
    return new Cursor(sort, last.value(), last.roomId()).text();
  }

  private List<Row> first(Stream<Row> rows, int count) {
    boolean descends = sort.startsWith("-");
    Comparator<Row> order =
        name(sort).equals(BY_ID) ? byId(descends) : descends ? LARGEST_FIRST : SMALLEST_FIRST;
    Stream<Row> behind =
        cursor
            .map(place -> new Row(place.id(), place.value(), place))
            .map(place -> rows.filter(row -> order.compare(row, place) > 0))
            .orElse(rows);
    return behind.sorted(order).limit(count).toList();
  }

  private static Comparator<Row> byId(boolean descends) {
    Comparator<Row> order = Comparator.comparing(Row::roomId);
    return descends ? order.reversed() : order;
  }

  private @Nullable Double value(JsonObject room) {
    String name = name(sort);
    return name.equals(BY_ID) ? null : RoomSummary.number(room.getValue(name));
  }

  private boolean isAskedFor(RoomView room) {
    return (labels.isEmpty() || room.labels().stream().anyMatch(labels::contains))
        && (text.isEmpty() || room.roomId().startsWith(text) || says(room));
  }

  private boolean says(RoomView room) {
    return room.session() != null
        && (holds(room.session().getTitle()) || holds(room.session().getOwnerName()));
  }

  private boolean holds(@Nullable String words) {
    return words != null && words.toLowerCase(Locale.ROOT).contains(text);
  }

  private static String name(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }

  private static JsonObject counts(Map<RoomState, Integer> states, int alerts) {
    JsonObject counts = new JsonObject();
    for (RoomState state : RoomState.values()) {
      counts.put(state.name(), states.getOrDefault(state, 0));
    }
    return counts.put("alerts", alerts);
  }

  private static JsonObject sum(List<JsonObject> parts) {
    JsonObject sum = counts(Map.of(), 0);
    parts.stream()
        .map(part -> part.getJsonObject("counts"))
        .forEach(
            counts ->
                counts.forEach(
                    count ->
                        sum.put(
                            count.getKey(),
                            sum.getInteger(count.getKey()) + (Integer) count.getValue())));
    return sum;
  }
}
