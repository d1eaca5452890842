package io.liveroom.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liveroom.collector.rooms.PartitionMarks;
import io.liveroom.processor.alert.AlertTopology;
import io.liveroom.processor.view.ViewTopology;
import io.liveroom.schemas.Topic;
import io.liveroom.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The catalogue of topics as the chart reads it, names without their prefix: what Strimzi's topics
 * and users are made of.
 */
final class TopicsFile {

  private static final String COLLECTOR = "collector";
  private static final String PROCESSOR = "processor";
  private static final String ALERT_WEBHOOK = "alert-webhook";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

  private TopicsFile() {}

  /** What the file must hold today. */
  static String text() throws JsonProcessingException {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode topics = file.putArray("topics");
    TOPICS.all().forEach(topic -> topics.add(topic(topic)));
    file.put("collectorGroup", bare(PartitionMarks.group(TOPICS)));
    ArrayNode applications = file.putArray("applications");
    List.of("figures", AlertTopology.NAME, ViewTopology.NAME).forEach(applications::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  private static ObjectNode topic(Topic<?> topic) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", bare(topic.name())).put("purpose", topic.purpose());
    ObjectNode config = node.putObject("config");
    new TreeMap<>(topic.config()).forEach(config::put);
    ArrayNode readers = node.putArray("readers");
    roles(READERS, topic).forEach(readers::add);
    ArrayNode writers = node.putArray("writers");
    roles(WRITERS, topic).forEach(writers::add);
    return node;
  }

  private static List<String> roles(Map<String, Set<Topic<?>>> of, Topic<?> topic) {
    return List.of(COLLECTOR, PROCESSOR, ALERT_WEBHOOK).stream()
        .filter(role -> of.getOrDefault(role, Set.of()).contains(topic))
        .toList();
  }

  private static String bare(String name) {
    return name.substring(Topics.DEFAULT_PREFIX.length() + 1);
  }

  /** The processor reads every topic; the test of the users holds that against a broker. */
  private static final Map<String, Set<Topic<?>>> READERS =
      Map.of(
          COLLECTOR, Set.of(TOPICS.watchlist()),
          PROCESSOR, Set.copyOf(TOPICS.all()),
          ALERT_WEBHOOK, Set.of(TOPICS.alert()));

  /** A room that has ended long ago is taken off the watchlist by its collector. */
  private static final Map<String, Set<Topic<?>>> WRITERS =
      Map.of(
          COLLECTOR,
          Set.of(
              TOPICS.watchlist(),
              TOPICS.status(),
              TOPICS.room(),
              TOPICS.chat(),
              TOPICS.promotions(),
              TOPICS.audience(),
              TOPICS.gap(),
              TOPICS.deadLetter()),
          PROCESSOR,
          Set.of(
              TOPICS.roomMinute(),
              TOPICS.session(),
              TOPICS.promotionChange(),
              TOPICS.alert(),
              TOPICS.deadLetter()));
}
