package io.liveroom.processor.minute;

import io.liveroom.derived.RoomMinute;
import io.liveroom.processor.figures.FigureSettings;
import io.liveroom.processor.room.Derivation;
import io.liveroom.processor.room.RoomMeters;
import io.liveroom.schemas.Topics;
import java.time.Duration;
import java.util.List;

/**
 * Room-minute, from everything that says when it happened; of dead letters, how many there were.
 */
public final class MinuteDerivation {

  /** Short name of the topic: stateful names and metric tag. */
  public static final String NAME = "minute";

  private MinuteDerivation() {}

  /**
   * How it is made.
   *
   * @param silence after which a partition's time goes on with the wall clock
   */
  public static Derivation<?, RoomMinute> of(
      Topics topics, FigureSettings settings, Duration silence, RoomMeters meters) {
    return new Derivation<>(
        NAME,
        List.of(
            topics.chat(), topics.room(), topics.promotions(), topics.gap(), topics.deadLetter()),
        topics.roomMinute(),
        new MinuteFold(settings),
        silence,
        meters);
  }
}
