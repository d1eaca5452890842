package io.liveroom.processor.session;

import io.liveroom.derived.RoomSession;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.schemas.RecordSerdes;
import io.liveroom.schemas.Topics;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * The shape of session.
 *
 * <pre>
 * observed.chat ───────┐
 * observed.room ───────┤
 * observed.promotions ─┼─ session (session-rooms, session-sightings) ── derived.session
 * observed.status ─────┤
 * observed.gap ────────┤
 * dead-letter ─────────┘
 * </pre>
 */
public final class SessionTopology {

  /** Short name of the topic: application id, stateful names and metric tag. */
  public static final String NAME = "session";

  private final Topics topics;
  private final FigureSettings settings;
  private final RoomTopology.Times times;
  private final RoomMeters meters;

  public SessionTopology(
      Topics topics, FigureSettings settings, RoomTopology.Times times, RoomMeters meters) {
    this.topics = topics;
    this.settings = settings;
    this.times = times;
    this.meters = meters;
  }

  /** Adds the topology. */
  public void addTo(StreamsBuilder builder, RecordSerdes serdes) {
    new RoomTopology<SessionRoom, RoomSession>(
            NAME,
            List.of(
                topics.chat(),
                topics.room(),
                topics.promotions(),
                topics.status(),
                topics.gap(),
                topics.deadLetter()),
            topics.session(),
            new SessionFold(settings),
            times,
            meters)
        .addTo(builder, serdes);
  }
}
