package io.liveroom.processor.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code /api/stream}: which rooms, and since when.
 *
 * @param rooms empty = all of them, in summary
 * @param since what the reader has seen; empty = it begins now
 */
record EventQuery(Set<String> rooms, Optional<Instant> since) {

  private static final int MOST_ROOMS = 20;
  private static final String LAST = "last_event_id";

  static EventQuery of(Question question) {
    List<String> rooms = question.several("room_id");
    rooms.stream()
        .filter(id -> !Routes.isRoomId(id))
        .forEach(id -> question.wrong("room_id", "a room id, 1 to 20 digits", id));
    if (rooms.size() > MOST_ROOMS) {
      question.wrong("room_id", "at most " + MOST_ROOMS + " rooms", rooms.size() + " rooms");
    }
    Optional<String> last =
        question
            .one(LAST)
            .or(() -> Optional.ofNullable(question.request().getHeader("Last-Event-ID")));
    Optional<Instant> since =
        last.filter(id -> !id.isBlank()).flatMap(id -> question.time(LAST, id));
    question.finish("room_id", LAST);
    return new EventQuery(new TreeSet<>(rooms), since);
  }

  /** Whether an event is for this reader: records of a room only where the room was named. */
  boolean wants(Event event) {
    return rooms.isEmpty()
        ? event.name().equals("room") || event.name().equals("alert")
        : rooms.contains(event.roomId());
  }

  /** The same question for another instance. */
  String uri(Instant since) {
    return "/api/stream?"
        + LAST
        + "="
        + since.toEpochMilli()
        + rooms.stream().map(id -> "&room_id=" + id).collect(Collectors.joining());
  }
}
