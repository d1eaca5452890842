package io.liveroom.collector.chat;

import io.liveroom.collector.pace.Knock;
import io.liveroom.observed.GapCause;
import java.time.Instant;
import java.util.Optional;

/** Why a chat connection ended. Every connection ends with exactly one. */
public sealed interface CloseReason {

  /** What a gap that begins with it is called. */
  GapCause cause();

  /** Since when nothing was seen, where that is longer ago than the last frame. */
  default Optional<Instant> since() {
    return Optional.empty();
  }

  /** What it says of the platform, where the connection was never made. */
  default Knock.Result result() {
    return Knock.Result.GIVEN_UP;
  }

  /** The service answered, but not with 101. */
  record NotUpgraded(int status) implements CloseReason {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int FAILS = 500;
    private static final int NOT_IMPLEMENTED = 501;

    boolean isUnauthorized() {
      return status == UNAUTHORIZED;
    }

    boolean isRefused() {
      return isUnauthorized() || status == FORBIDDEN;
    }

    boolean isThrottled() {
      return status == TOO_MANY;
    }

    /** The service fails, whatever it is asked. */
    boolean isFailing() {
      return status >= FAILS && status != NOT_IMPLEMENTED;
    }

    @Override
    public Knock.Result result() {
      if (isRefused()) {
        return Knock.Result.GIVEN_UP;
      }
      return isThrottled() || isFailing() ? Knock.Result.NO_ANSWER : Knock.Result.TURNED_AWAY;
    }

    @Override
    public GapCause cause() {
      if (isRefused()) {
        return GapCause.TOKEN_REFUSED;
      }
      return isThrottled() ? GapCause.THROTTLED : GapCause.PLATFORM_ERROR;
    }
  }

  /** The service could not be reached, or did not answer in time. */
  record Unreachable() implements CloseReason {
    @Override
    public Knock.Result result() {
      return Knock.Result.NO_ANSWER;
    }

    @Override
    public GapCause cause() {
      return GapCause.SOCKET_DOWN;
    }
  }

  /** The other side, or the network, ended it. */
  record Closed() implements CloseReason {
    @Override
    public Knock.Result result() {
      return Knock.Result.NO_ANSWER;
    }

    @Override
    public GapCause cause() {
      return GapCause.SOCKET_DOWN;
    }
  }

  /** Nothing came any more, not even answers to pings: the other side is gone. */
  record HalfOpen() implements CloseReason {
    @Override
    public GapCause cause() {
      return GapCause.SOCKET_DOWN;
    }
  }

  /**
   * Pings were answered, but no message came although people are in the room.
   *
   * @param lastMessage when the last one came, or the connection was made
   */
  record Silent(Instant lastMessage) implements CloseReason {
    @Override
    public Optional<Instant> since() {
      return Optional.of(lastMessage);
    }

    @Override
    public GapCause cause() {
      return GapCause.SILENT_SOCKET;
    }
  }

  /**
   * The other side ended it at some time while we did not read, because Kafka took less than came.
   *
   * @param heldSince when we stopped reading
   */
  record CutWhileHeld(Instant heldSince) implements CloseReason {
    @Override
    public Optional<Instant> since() {
      return Optional.of(heldSince);
    }

    @Override
    public GapCause cause() {
      return GapCause.KAFKA_DOWN;
    }
  }

  /** We ended it, because the room needs no chat any more. */
  record Stopped() implements CloseReason {
    @Override
    public GapCause cause() {
      return GapCause.WORKER_DOWN;
    }
  }
}
