package io.liveroom.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.Alert;
import io.liveroom.derived.RoomMinute;
import io.liveroom.simulator.server.Fault;
import io.liveroom.simulator.server.FaultKind;
import io.liveroom.testkit.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most people leave one of several rooms: its drop is raised and resolved, and no other's. */
class CrowdTest {

  private static final int ROOMS = 8;
  private static final long WINDOWS = 3; // watched before: two spans, and one in hand
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void crowd_leavesOneRoom_oneDropRaisedAndResolved(@TempDir Path directory) {
    try (Pipeline pipeline =
        new Pipeline(Simulated.world(11, ROOMS).withLife(Duration.ofMinutes(30)), directory)) {
      pipeline.watch(pipeline.simulator.roomIds());
      pipeline.start();
      String room = crowded(pipeline);
      pipeline.simulator.addFault(Fault.of(FaultKind.CROWD_LEAVES).inRoom(room).withCode(80));

      try (TopicReader<Alert> reader = pipeline.stack.reader(pipeline.topics.alert())) {
        List<Alert> drops = drops(reader.until(read -> drops(read).size() >= 2, LIMIT));
        assertThat(drops).extracting(Alert::getRoomId).containsOnly(room);
        assertThat(drops)
            .extracting(alert -> alert.getStatus().name())
            .containsExactly("RAISED", "RESOLVED");
        assertThat(drops).extracting(Alert::getAlertId).containsOnly(drops.get(0).getAlertId());
        assertThat(drops.get(0).getValue()).isLessThan(drops.get(0).getPreviousValue() * 0.7);
      }
    }
  }

  /** A room with a crowd that has been watched for long enough to compare. */
  private static String crowded(Pipeline pipeline) {
    try (TopicReader<RoomMinute> reader = pipeline.stack.reader(pipeline.topics.roomMinute())) {
      return crowded(reader.until(read -> crowded(read).isPresent(), LIMIT)).orElseThrow();
    }
  }

  private static Optional<String> crowded(List<ConsumerRecord<String, RoomMinute>> read) {
    Map<String, Long> windows =
        read.stream()
            .map(ConsumerRecord::value)
            .filter(minute -> orZero(minute.getOnlineLast()) > 100)
            .map(minute -> minute.getRoomId() + ' ' + minute.getWindowStart())
            .distinct()
            .collect(groupingBy(words -> words.split(" ")[0], counting()));
    return windows.entrySet().stream()
        .filter(room -> room.getValue() > WINDOWS)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static long orZero(@Nullable Long figure) {
    return figure == null ? 0 : figure;
  }

  private static List<Alert> drops(List<ConsumerRecord<String, Alert>> read) {
    return read.stream()
        .map(ConsumerRecord::value)
        .filter(alert -> alert.getRule().equals("online_drop"))
        .toList();
  }
}
