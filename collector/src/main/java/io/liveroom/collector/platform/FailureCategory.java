package io.liveroom.collector.platform;

/** Why a request gave nothing; a metric tag and a log field. */
public enum FailureCategory {
  TIMEOUT,
  UNREACHABLE,
  /** HTTP 4xx other than a refused token or a throttle. */
  CLIENT_ERROR,
  /** HTTP 5xx. */
  SERVER_ERROR,
  /** The service's own error under HTTP 200. */
  PLATFORM_ERROR,
  /** The request budget has no place within a reasonable time. */
  NO_BUDGET
}
