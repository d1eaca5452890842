package io.liveroom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.liveroom.processor.view.RoomBoard;
import io.liveroom.processor.view.ViewTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/**
 * The names that outlive a restart: sources, sinks and stores (so changelogs). A change here makes
 * a running installation begin anew: change the list only on purpose, and say so in the changelog.
 */
class NamesTest {

  private final ProcessorSettings settings = ProcessorSettings.defaults(Path.of("state"));

  @Test
  void figuresTopology_statefulNames_areTheReviewedOnes() {
    assertThat(names(Driver.figuresTopology(settings)))
        .containsExactly(
            "sink minute-derived -> liveroom.derived.room-minute.v1",
            "sink promotion-derived -> liveroom.derived.promotion-change.v1",
            "sink session-derived -> liveroom.derived.session.v1",
            "source figures-observed <- liveroom.dead-letter.v1, liveroom.observed.chat.v1,"
                + " liveroom.observed.gap.v1, liveroom.observed.promotions.v1,"
                + " liveroom.observed.room.v1, liveroom.observed.status.v1",
            "store figures-sightings",
            "store minute-rooms",
            "store promotion-rooms",
            "store session-rooms");
  }

  @Test
  void alertTopology_statefulNames_areTheReviewedOnes() {
    assertThat(names(Driver.alertTopology(settings, Clock.systemUTC())))
        .containsExactly(
            "sink alert-derived -> liveroom.derived.alert.v1",
            "source alert-observed <- liveroom.control.watchlist.v1,"
                + " liveroom.derived.promotion-change.v1, liveroom.derived.room-minute.v1,"
                + " liveroom.derived.session.v1",
            "store alert-rooms");
  }

  @Test
  void viewTopology_statefulNames_areTheReviewedOnes() {
    StreamsBuilder builder = new StreamsBuilder();
    new ViewTopology(new Topics("liveroom"), Duration.ofDays(1), new RoomBoard(), Clock.systemUTC())
        .addTo(builder, new RecordSerdes("mock://names"));

    assertThat(names(builder.build()))
        .containsExactly(
            "source view-read <- liveroom.control.watchlist.v1, liveroom.derived.alert.v1,"
                + " liveroom.derived.promotion-change.v1, liveroom.derived.room-minute.v1,"
                + " liveroom.derived.session.v1, liveroom.observed.audience.v1,"
                + " liveroom.observed.gap.v1",
            "store view-facts");
  }

  private static List<String> names(Topology topology) {
    TreeSet<String> names = new TreeSet<>();
    for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
      for (TopologyDescription.Node node : part.nodes()) {
        if (node instanceof TopologyDescription.Source source) {
          String topics = String.join(", ", new TreeSet<>(source.topicSet()));
          names.add("source " + source.name() + " <- " + topics);
        } else if (node instanceof TopologyDescription.Sink sink) {
          names.add("sink " + sink.name() + " -> " + sink.topic());
        } else if (node instanceof TopologyDescription.Processor processor) {
          processor.stores().forEach(store -> names.add("store " + store));
        }
      }
    }
    return List.copyOf(names);
  }
}
