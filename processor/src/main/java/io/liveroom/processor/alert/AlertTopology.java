package io.liveroom.processor.alert;

import io.liveroom.derived.Alert;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * The shape of alert.
 *
 * <pre>
 * derived.room-minute ──────┐
 * derived.session ──────────┤
 * derived.promotion-change ─┼─ alert (alert-rooms) ── derived.alert
 * control.watchlist ────────┘
 * </pre>
 */
public final class AlertTopology {

  /** Short name of the topic: application id, stateful names and metric tag. */
  public static final String NAME = "alert";

  private final Topics topics;
  private final AlertRules rules;
  private final RoomTopology.Times times;
  private final RoomMeters meters;
  private final InstantSource clock;

  /**
   * @param clock tells what is history
   */
  public AlertTopology(
      Topics topics,
      AlertRules rules,
      RoomTopology.Times times,
      RoomMeters meters,
      InstantSource clock) {
    this.topics = topics;
    this.rules = rules;
    this.times = times;
    this.meters = meters;
    this.clock = clock;
  }

  /** Adds the topology. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    new RoomTopology<AlertRoom, Alert>(
            NAME,
            List.of(
                topics.roomMinute(),
                topics.session(),
                topics.promotionChange(),
                topics.watchlist()),
            topics.alert(),
            new AlertFold(rules, clock),
            times,
            meters)
        .addTo(builder, serdes);
  }
}
