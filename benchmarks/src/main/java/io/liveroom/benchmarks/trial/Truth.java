package io.liveroom.benchmarks.trial;

import io.liveroom.benchmarks.stage.PlatformPages.Sent;
import io.liveroom.benchmarks.stage.Recorded;
import io.liveroom.benchmarks.trial.Blindness.Blind;
import io.liveroom.observed.CollectionGap;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the platform sent beside what Kafka holds: a message is there, or in a gap that somebody
 * recorded, or lost in silence.
 */
final class Truth {

  /** Between the platform's sending and the worker's receiving; both on this machine. */
  private static final Duration WAY = Duration.ofMillis(500);

  private final long sent;
  private final long missing;
  private final List<Sent> unexplained;
  private final Recorded recorded;

  Truth(List<Sent> all, Recorded recorded) {
    this.recorded = recorded;
    List<Sent> absent =
        all.stream().filter(each -> !recorded.holds(each.roomId(), each.messageId())).toList();
    sent = all.size();
    missing = absent.size();
    unexplained = absent.stream().filter(each -> !isInGap(each)).toList();
  }

  /** Whether some gap record of a room tells of a blind time. */
  static boolean tells(Recorded recorded, String roomId, Blind blind) {
    return recorded.gaps(roomId).stream()
        .anyMatch(
            gap ->
                gap.getGapFrom().isBefore(blind.to().plus(WAY))
                    && gap.getGapTo().isAfter(blind.from().minus(WAY)));
  }

  String sentence() {
    return String.format(
        "messages sent %,d; different ones in Kafka %,d (records %,d); missing %,d, of them in no"
            + " recorded gap %,d",
        sent, recorded.distinct(), recorded.records(), missing, unexplained.size());
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("sent", sent);
    figures.put("distinct", recorded.distinct());
    figures.put("records", recorded.records());
    figures.put("missing", missing);
    figures.put("unexplained", unexplained.size());
    figures.put("unexplained_some", unexplained.stream().limit(20).map(Sent::toString).toList());
    return figures;
  }

  private boolean isInGap(Sent message) {
    Instant at = Instant.ofEpochMilli(message.at());
    for (CollectionGap gap : recorded.gaps(message.roomId())) {
      if (!at.isBefore(gap.getGapFrom().minus(WAY)) && !at.isAfter(gap.getGapTo().plus(WAY))) {
        return true;
      }
    }
    return false;
  }
}
