package io.liveroom.processor.minute;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * The shape of room-minute.
 *
 * <pre>
 * observed.chat ───────┐
 * observed.room ───────┤
 * observed.promotions ─┼─ minute (minute-rooms, minute-sightings) ── derived.room-minute
 * observed.gap ────────┤
 * dead-letter ─────────┘
 * </pre>
 */
public final class MinuteTopology {

  /** Short name of the topic: application id, stateful names and metric tag. */
  public static final String NAME = "minute";

  private final Topics topics;
  private final FigureSettings settings;
  private final RoomTopology.Times times;
  private final RoomMeters meters;

  public MinuteTopology(
      Topics topics, FigureSettings settings, RoomTopology.Times times, RoomMeters meters) {
    this.topics = topics;
    this.settings = settings;
    this.times = times;
    this.meters = meters;
  }

  /** Adds the topology. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    new RoomTopology<MinuteRoom, RoomMinute>(
            NAME,
            List.of(
                topics.chat(),
                topics.room(),
                topics.promotions(),
                topics.gap(),
                topics.deadLetter()),
            topics.roomMinute(),
            new MinuteFold(settings),
            times,
            meters)
        .addTo(builder, serdes);
  }
}
