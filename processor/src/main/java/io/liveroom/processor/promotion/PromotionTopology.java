package io.liveroom.processor.promotion;

import io.liveroom.derived.PromotionChange;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * The shape of promotion-change. Status and room tell when a broadcast is over, which ends an
 * explanation; chat would tell it too, but is a hundred times as much to read.
 *
 * <pre>
 * observed.promotions ─┐
 * observed.room ───────┼─ promotion (promotion-rooms, promotion-sightings) ── derived.promotion-change
 * observed.status ─────┘
 * </pre>
 */
public final class PromotionTopology {

  /** Short name of the topic: application id, stateful names and metric tag. */
  public static final String NAME = "promotion";

  private final Topics topics;
  private final PromotionSettings settings;
  private final RoomTopology.Times times;
  private final RoomMeters meters;

  public PromotionTopology(
      Topics topics, PromotionSettings settings, RoomTopology.Times times, RoomMeters meters) {
    this.topics = topics;
    this.settings = settings;
    this.times = times;
    this.meters = meters;
  }

  /** Adds the topology. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    new RoomTopology<PromotionRoom, PromotionChange>(
            NAME,
            List.of(topics.promotions(), topics.room(), topics.status()),
            topics.promotionChange(),
            new PromotionFold(settings),
            times,
            meters)
        .addTo(builder, serdes);
  }
}
