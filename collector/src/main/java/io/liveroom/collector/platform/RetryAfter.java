package io.liveroom.collector.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header's wait: seconds, or a date. */
final class RetryAfter {

  private static final Duration UNSAID = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofHours(1);

  private RetryAfter() {}

  static Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return UNSAID;
    }
    String value = header.strip();
    return bounded(
        value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, now));
  }

  private static Duration until(String date, Instant now) {
    try {
      Instant at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(now, at);
    } catch (DateTimeParseException unreadable) {
      return UNSAID;
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
