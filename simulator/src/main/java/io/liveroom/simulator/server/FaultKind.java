package io.liveroom.simulator.server;

/** A way to have a bad day. */
public enum FaultKind {
  /** The answer comes late. */
  LATENCY,
  /** An HTTP error status. */
  HTTP_ERROR,
  /** The service's own error code under HTTP 200. */
  ERROR_CODE,
  /** HTTP 429 with Retry-After. */
  THROTTLE,
  /** An answer or frame that nobody can read. */
  BROKEN_JSON,
  /** An answer or frame of many megabytes. */
  OVERSIZE,
  /** The token is refused. */
  REFUSE_TOKEN,
  /** The connection is closed instead of an answer; open sockets are cut at once. */
  CUT,
  /** Sockets stay open and say nothing; what they would have said is lost. */
  SILENT_SOCKETS,
  /** The WebSocket upgrade is refused. */
  REFUSE_UPGRADE,
  /** So many people of a hundred leave at once; it happens once, and some come back in time. */
  CROWD_LEAVES
}
