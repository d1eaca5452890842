package io.liveroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Most people leave one of several rooms: its drop is raised and resolved, and no other's. And all
 * that rules and dashboards look at is there to be looked at.
 */
class CrowdTest {

  private static final int ROOMS = 8;
  private static final int WINDOWS = 3; // two spans, and one more
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static Path directory;
  private static Pipeline pipeline;

  @BeforeAll
  static void start(@TempDir Path folder) {
    directory = folder;
    pipeline =
        Pipeline.withPage(Simulated.world(11, ROOMS).withLife(Duration.ofMinutes(30)), directory);
    pipeline.watch(pipeline.simulator.roomIds());
    pipeline.start();
  }

  @AfterAll
  static void end() {
    pipeline.close();
  }

  @Test
  void crowd_leavesOneRoom_oneDropRaisedAndResolved() {
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

  /** Kafka's own come a minute after the start: that is how often they are looked for. */
  @Test
  void metrics_namedByRulesDashboardsRunbook_areEmitted() throws Exception {
    Set<String> named = NamedMetrics.read();
    assertThat(named).contains("liveroom_collector_trouble", "kafka_stream_client_state");
    try (Roles roles = new Roles(pipeline, directory)) {
      await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(roles.metrics()).containsAll(named));
    }
  }

  @Test
  void names_ofAnExpression_areItsMetricsOnly() {
    assertThat(
            NamedMetrics.in(
                "sum by (instance) (rate(a_total{b=\"c d\"}[5m])) == 0 and on (instance) d:e > 10"))
        .containsExactly("a_total", "d:e");
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
