package io.liveroom.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Chats a minute of one room, from the growth of its session's count over the last minute. */
final class ChatRate {

  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final Duration LEAST = Duration.ofSeconds(10);

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant at, long count) {}

  /** The count as it was seen at a time, which never goes back. */
  void saw(Instant at, long count) {
    samples.addLast(new Sample(at, count));
    forget(at);
  }

  /** Null until ten seconds have been seen. */
  @Nullable Long perMinute(Instant now) {
    forget(now);
    if (samples.isEmpty()) {
      return null;
    }
    Sample first = samples.getFirst();
    Duration seen = Duration.between(first.at(), now);
    if (seen.compareTo(LEAST) < 0) {
      return null;
    }
    Duration span = seen.compareTo(SPAN) < 0 ? seen : SPAN;
    long growth = samples.getLast().count() - first.count();
    return Math.round(growth * (double) SPAN.toMillis() / span.toMillis());
  }

  /** One sample from before the span stays: growth is counted from it. */
  private void forget(Instant now) {
    Instant begin = now.minus(SPAN);
    while (samples.size() > 1 && !samples.getFirst().at().isAfter(begin)) {
      Sample first = samples.removeFirst();
      if (samples.getFirst().at().isAfter(begin)) {
        samples.addFirst(first);
        return;
      }
    }
  }
}
