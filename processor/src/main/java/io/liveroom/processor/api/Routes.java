package io.liveroom.processor.api;

import io.liveroom.derived.Alert;
import io.liveroom.processor.view.RoomFacts;
import io.liveroom.processor.view.RoomView;
import io.liveroom.processor.view.View;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which question a path asks. */
final class Routes {

  private static final Pattern ROOM_ID = Pattern.compile("[0-9]{1,20}");
  private static final Pattern ROOM = Pattern.compile("/api/rooms/([^/]+)(?:/([a-z-]+))?");

  /** Every path, as the OpenAPI document names it. */
  static final List<String> PATHS =
      List.of(
          "/api/rooms",
          "/api/rooms/{room_id}",
          "/api/rooms/{room_id}/minutes",
          "/api/rooms/{room_id}/gaps",
          "/api/rooms/{room_id}/promotion-changes",
          "/api/rooms/{room_id}/alerts",
          "/api/alerts",
          "/api/stream",
          "/api/openapi.json");

  private final View view;
  private final Fleet fleet;
  private final RoomQueries rooms;
  private final OpenApi document;

  Routes(View view, Fleet fleet, RoomQueries rooms, OpenApi document) {
    this.view = view;
    this.fleet = fleet;
    this.rooms = rooms;
    this.document = document;
  }

  static boolean isRoomId(String text) {
    return ROOM_ID.matcher(text).matches();
  }

  /** Answers; fails or throws with a {@link Problem}. */
  Future<Answer> answer(Question question) {
    String path = question.request().path();
    Matcher room = ROOM.matcher(path);
    if (path.equals("/api/rooms")) {
      return rooms(question);
    } else if (path.equals("/api/alerts")) {
      return alerts(question);
    } else if (path.equals("/api/openapi.json")) {
      return Future.succeededFuture(document.answer());
    } else if (room.matches()) {
      return room(question, room.group(1), Optional.ofNullable(room.group(2)).orElse(""));
    }
    throw noSuchPath(path);
  }

  private Future<Answer> room(Question question, String roomId, String part) {
    if (!isRoomId(roomId)) {
      throw Problem.badRequest("a room id has 1 to 20 digits, but is \"" + roomId + "\"");
    }
    Function<RoomFacts, JsonObject> answer =
        switch (part) {
          case "" -> rooms.room(question, roomId);
          case "minutes" -> rooms.minutes(question, roomId);
          case "gaps" -> rooms.gaps(question, roomId);
          case "promotion-changes" -> rooms.changes(question, roomId);
          case "alerts" -> rooms.alerts(question, roomId);
          default -> throw noSuchPath(question.request().path());
        };
    return fleet.ofRoom(question, roomId, answer);
  }

  private Future<Answer> rooms(Question question) {
    RoomsQuery query = new RoomsQuery(question);
    return fleet
        .<Collection<RoomView>>ofAll(question, view::rooms, all -> query.answer(joined(all)))
        .map(gathered -> list(question, gathered, query.merge(gathered.answers())));
  }

  private Future<Answer> alerts(Question question) {
    AlertsQuery query = new AlertsQuery(question);
    Function<Integer, Optional<List<Alert>>> answer =
        query.asksForRaised()
            ? partition -> view.rooms(partition).map(query::raised)
            : partition -> view.facts(partition, query::recent);
    return fleet
        .ofAll(question, answer, all -> query.answer(joined(all)))
        .map(gathered -> list(question, gathered, query.merge(gathered.answers())));
  }

  /** What an instance tells another is not a page yet. */
  private static Answer list(Question question, Fleet.Gathered gathered, JsonObject page) {
    if (Fleet.isAskedByPeer(question)) {
      return Answer.json(gathered.answers().get(0));
    }
    return Answer.json(
        page.put("missing_partitions", new JsonArray(new ArrayList<>(gathered.missing()))));
  }

  private static <T> List<T> joined(List<? extends Collection<T>> parts) {
    List<T> all = new ArrayList<>();
    parts.forEach(all::addAll);
    return all;
  }

  private static Problem noSuchPath(String path) {
    return Problem.notFound(
        "there is no " + path + ": /api/openapi.json says which paths there are");
  }
}
