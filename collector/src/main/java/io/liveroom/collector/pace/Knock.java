package io.liveroom.collector.pace;

import java.time.Instant;

/** One try to get in, let through by a {@link Doorway}, which must hear what became of it. */
public final class Knock {

  private final Doorway doorway;
  private final Instant begun;
  private boolean isOver; // by the lane of who knocks

  /** What became of it. */
  public enum Result {
    /** Connected. */
    LET_IN,
    /** The platform answered, but not with a connection. */
    TURNED_AWAY,
    /** The platform is not there, fails, or has too much to do. */
    NO_ANSWER,
    /** We did not go on with it. */
    GIVEN_UP
  }

  Knock(Doorway doorway, Instant begun) {
    this.doorway = doorway;
    this.begun = begun;
  }

  /** Says what became of it; the first word counts. */
  public void end(Result result) {
    if (!isOver) {
      isOver = true;
      doorway.ended(result, begun);
    }
  }
}
