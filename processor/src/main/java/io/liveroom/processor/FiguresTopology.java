package io.liveroom.processor;

import io.liveroom.processor.minute.MinuteDerivation;
import io.liveroom.processor.promotion.PromotionDerivation;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.processor.room.RoomTopology;
import io.liveroom.processor.session.SessionDerivation;
import io.liveroom.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * The application that makes figures of facts. The three have it in common, because most of what a
 * fact costs is to read it and to know whether it had been seen.
 *
 * <pre>
 * observed.chat ───────┐
 * observed.room ───────┤
 * observed.promotions ─┤                                ┌─ minute (minute-rooms) ── derived.room-minute
 * observed.status ─────┼─ sieve (figures-sightings) ────┼─ session (session-rooms) ── derived.session
 * observed.gap ────────┤                                └─ promotion (promotion-rooms) ── derived.promotion-change
 * dead-letter ─────────┘
 * </pre>
 */
final class FiguresTopology {

  static final String NAME = "figures";

  private FiguresTopology() {}

  static RoomTopology of(Topics topics, ProcessorSettings settings, MeterRegistry meters) {
    return new RoomTopology(
        NAME,
        List.of(
            MinuteDerivation.of(
                topics,
                settings.figures(),
                settings.figures().grace(),
                new RoomMeters(meters, MinuteDerivation.NAME)),
            SessionDerivation.of(
                topics,
                settings.figures(),
                settings.figures().sessionGrace(),
                new RoomMeters(meters, SessionDerivation.NAME)),
            PromotionDerivation.of(
                topics,
                settings.promotions(),
                settings.figures().grace(), // silence may be an outage: it is waited for alike
                new RoomMeters(meters, PromotionDerivation.NAME))),
        settings.figureTimes());
  }
}
