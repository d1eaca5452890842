package io.liveroom.processor.session;

import io.liveroom.derived.RoomSession;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.Derivation;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.util.List;

/** Session, from everything observed of a room. */
public final class SessionDerivation {

  /** Short name of the topic: stateful names and metric tag. */
  public static final String NAME = "session";

  private SessionDerivation() {}

  /**
   * How it is made.
   *
   * @param silence after which a partition's time goes on with the wall clock
   */
  public static Derivation<?, RoomSession> of(
      Topics topics, FigureSettings settings, Duration silence, RoomMeters meters) {
    return new Derivation<>(
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
        silence,
        meters);
  }
}
