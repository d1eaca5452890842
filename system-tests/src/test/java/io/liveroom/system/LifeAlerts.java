package io.liveroom.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.liveroom.common.RoomState;
import io.liveroom.derived.Alert;
import io.liveroom.derived.RoomSession;
import io.liveroom.testkit.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What alerts tell of the beginnings and ends of broadcasts.
 *
 * @param live rooms that a session showed live before it showed their end
 * @param started those of them whose start was known by then
 * @param told rule and status of each alert, as they came, by room
 */
record LifeAlerts(Set<String> live, Set<String> started, Map<String, List<String>> told) {

  private static final List<String> START = List.of("room_started RAISED", "room_started RESOLVED");
  private static final List<String> END = List.of("room_ended RAISED", "room_ended RESOLVED");

  /** Reads until all is told that there should be. */
  static LifeAlerts read(
      Pipeline pipeline, List<ConsumerRecord<String, RoomSession>> sessions, Duration limit) {
    Set<String> live = rooms(sessions, session -> true);
    Set<String> started = rooms(sessions, session -> session.getStartedAt() != null);
    try (TopicReader<Alert> reader = pipeline.stack.reader(pipeline.topics.alert())) {
      return new LifeAlerts(
          live,
          started,
          byRoom(
              reader.atMost(
                  all -> {
                    LifeAlerts now = new LifeAlerts(live, started, byRoom(all));
                    return live.stream()
                        .allMatch(room -> now.of(room).containsAll(now.expected(room)));
                  },
                  limit)));
    }
  }

  /** What is told of a room's beginning and end. */
  List<String> of(String room) {
    return told.getOrDefault(room, List.of()).stream()
        .filter(words -> words.startsWith("room_"))
        .toList();
  }

  /** What should be: a start that was not known belongs to nobody's alert. */
  List<String> expected(String room) {
    return Stream.of(
            started.contains(room) ? START : List.<String>of(),
            live.contains(room) ? END : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }

  private static Set<String> rooms(
      List<ConsumerRecord<String, RoomSession>> sessions, Predicate<RoomSession> isWanted) {
    return sessions.stream()
        .map(ConsumerRecord::value)
        .filter(
            session ->
                session.getState() == RoomState.LIVE || session.getState() == RoomState.PAUSED)
        .filter(isWanted)
        .map(RoomSession::getRoomId)
        .collect(toSet());
  }

  private static Map<String, List<String>> byRoom(List<ConsumerRecord<String, Alert>> read) {
    return read.stream()
        .map(ConsumerRecord::value)
        .collect(
            groupingBy(
                Alert::getRoomId,
                mapping(alert -> alert.getRule() + ' ' + alert.getStatus(), toList())));
  }
}
