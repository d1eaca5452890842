package io.liveroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.derived.Alert;
import io.liveroom.derived.RoomMinute;
import io.liveroom.simulator.server.Fault;
import io.liveroom.simulator.server.FaultKind;
import io.liveroom.testkit.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most people leave one of several rooms: its drop is raised and resolved, and no other's. */
class CrowdTest {

  private static final int ROOMS = 8;
  private static final int WINDOWS = 3; // two spans, and one more
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void crowd_leavesOneRoom_oneDropRaisedAndResolved(@TempDir Path directory) {
    try (Pipeline pipeline =
        new Pipeline(Simulated.world(11, ROOMS).withLife(Duration.ofMinutes(30)), directory)) {
      pipeline.watch(pipeline.simulator.roomIds());
      pipeline.start();
      String room = steady(pipeline);
      pipeline.simulator.addFault(Fault.of(FaultKind.CROWD_LEAVES).inRoom(room).withCode(95));

      try (TopicReader<Alert> reader = pipeline.stack.reader(pipeline.topics.alert())) {
        List<Alert> drops = drops(reader.atMost(read -> drops(read).size() >= 2, LIMIT));
        assertThat(drops).extracting(Alert::getRoomId).containsOnly(room);
        assertThat(drops)
            .extracting(alert -> alert.getStatus().name())
            .containsExactly("RAISED", "RESOLVED");
        assertThat(drops).extracting(Alert::getAlertId).containsOnly(drops.get(0).getAlertId());
        assertThat(drops.get(0).getValue()).isLessThan(drops.get(0).getPreviousValue() * 0.7);
      }
    }
  }

  /** A room with a crowd that neither comes nor goes, watched for long enough to compare. */
  private static String steady(Pipeline pipeline) {
    try (TopicReader<RoomMinute> reader = pipeline.stack.reader(pipeline.topics.roomMinute())) {
      return steady(reader.until(read -> steady(read).isPresent(), LIMIT)).orElseThrow();
    }
  }

  private static Optional<String> steady(List<ConsumerRecord<String, RoomMinute>> read) {
    Map<String, TreeMap<Instant, Double>> curves = new TreeMap<>();
    read.stream()
        .map(ConsumerRecord::value)
        .filter(minute -> minute.getOnlineAvg() != null)
        .forEach(
            minute ->
                curves
                    .computeIfAbsent(minute.getRoomId(), room -> new TreeMap<>())
                    .put(minute.getWindowStart(), minute.getOnlineAvg()));
    return curves.entrySet().stream()
        .filter(room -> isSteady(List.copyOf(room.getValue().values())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isSteady(List<Double> curve) {
    List<Double> last = curve.subList(Math.max(0, curve.size() - WINDOWS), curve.size());
    return last.size() == WINDOWS
        && Collections.min(last) > 100
        && Collections.max(last) < 1.1 * Collections.min(last);
  }

  private static List<Alert> drops(List<ConsumerRecord<String, Alert>> read) {
    return read.stream()
        .map(ConsumerRecord::value)
        .filter(alert -> alert.getRule().equals("online_drop"))
        .toList();
  }
}
