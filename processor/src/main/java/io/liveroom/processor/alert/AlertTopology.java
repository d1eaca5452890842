package io.liveroom.processor.alert;

import io.liveroom.processor.room.Derivation;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

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

  /** After this a partition's time goes on with the wall clock. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private AlertTopology() {}

  /**
   * The application.
   *
   * @param clock tells what is history
   */
  public static RoomTopology of(
      Topics topics,
      AlertRules rules,
      RoomTopology.Times times,
      RoomMeters meters,
      InstantSource clock) {
    return new RoomTopology(
        NAME,
        List.of(
            new Derivation<>(
                NAME,
                List.of(
                    topics.roomMinute(),
                    topics.session(),
                    topics.promotionChange(),
                    topics.watchlist()),
                topics.alert(),
                new AlertFold(rules, clock),
                SILENCE,
                meters)),
        times);
  }
}
