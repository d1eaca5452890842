package io.liveroom.simulator.server;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong, where and for how long.
 *
 * @param kind what
 * @param endpoint only there; null for everywhere
 * @param roomId only that room; null for all
 * @param code HTTP status, service code or per cent, where the kind has one
 * @param delay latency or Retry-After, where the kind has one
 * @param times how often; null for no limit
 * @param until when it is over, by the simulator's clock; null for never
 */
public record Fault(
    FaultKind kind,
    @Nullable Endpoint endpoint,
    @Nullable String roomId,
    int code,
    Duration delay,
    @Nullable Integer times,
    @Nullable Instant until) {

  /** Everywhere, without end, with a usual code and delay. */
  public static Fault of(FaultKind kind) {
    int code =
        switch (kind) {
          case HTTP_ERROR -> 500;
          case ERROR_CODE -> 500;
          case REFUSE_TOKEN -> 401;
          case THROTTLE -> 429;
          case CROWD_LEAVES -> 70;
          case LATENCY, BROKEN_JSON, OVERSIZE, CUT, SILENT_SOCKETS, REFUSE_UPGRADE -> 200;
        };
    return new Fault(kind, null, null, code, Duration.ofSeconds(2), null, null);
  }

  public Fault at(Endpoint only) {
    return new Fault(kind, only, roomId, code, delay, times, until);
  }

  public Fault inRoom(String only) {
    return new Fault(kind, endpoint, only, code, delay, times, until);
  }

  public Fault times(int count) {
    return new Fault(kind, endpoint, roomId, code, delay, count, until);
  }

  public Fault until(Instant end) {
    return new Fault(kind, endpoint, roomId, code, delay, times, end);
  }

  public Fault withDelay(Duration other) {
    return new Fault(kind, endpoint, roomId, code, other, times, until);
  }

  public Fault withCode(int other) {
    return new Fault(kind, endpoint, roomId, other, delay, times, until);
  }

  /** Whether it strikes there, now; a batch names several rooms, the feed none. */
  boolean strikes(Endpoint where, String rooms, Instant now) {
    return (endpoint == null || endpoint == where)
        && (roomId == null || ("," + rooms + ",").contains("," + roomId + ","))
        && (until == null || now.isBefore(until))
        && (times == null || times > 0);
  }

  Fault struck() {
    return times == null ? this : times(times - 1);
  }
}
